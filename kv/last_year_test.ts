import assert from "node:assert/strict";
import { type HousingLoan, housingLoanSchema } from "../domain/housing_loan.ts";
import { newRequest, type RequestStatus } from "../domain/request.ts";
import { commitChange } from "./guarded.ts";
import { admit } from "./member_writes.ts";
import { housingLoanWrite } from "./housing_loans.ts";
import { storesOf } from "./stores.ts";
import { openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";

const BEFORE = { ...TEST_YEAR, year: TEST_YEAR.year - 1 };

const LOAN: HousingLoan = housingLoanSchema.parse({
  v: 1,
  form: "new",
  movedInOn: "2019-04-15",
  acquisition: "specified",
  application: "home",
  houseArea: 90,
  landArea: 120,
  houseOwnUse: 100,
  landOwnUse: 100,
  refinanced: false,
  jointDebtor: null,
  lenders: [{ name: "見本銀行", purpose: 3, balance: 20_000_000, ownPart: 10_000_000 }],
  housePrice: 25_000_000,
  landPrice: 20_000_000,
  renovationCost: 1_000_000,
  firstYearDeduction: 300_000,
});

Deno.test("a housing loan goes over without amounts, where last year was 確定", async () => {
  using db = await openTestYear();
  const last = storesOf(db.kv, BEFORE).members;
  const statuses: RequestStatus[] = ["confirmed", "answered"];
  for (const status of statuses) {
    const { profile: _, ...master } = testMaster(status);
    const employee = { ...master, v: 1 as const, id: `id-${status}`, groupId: "g", syncedAt: 1 };
    const request = { ...newRequest(employee.id), status };
    const writes = [...admit(BEFORE, employee, request), housingLoanWrite(BEFORE, employee.id, LOAN)];
    await commitChange(db.kv, db.committer, {
      guards: [last.guard("g")],
      compute: () => Promise.resolve(writes),
    });
  }
  const carried = await db.stores.lastYear.housingLoansBy([...statuses, "unknown"]);
  assert.deepEqual(carried, [
    {
      ...LOAN,
      lenders: [{ name: "見本銀行", purpose: 3, balance: null, ownPart: null }],
      housePrice: null,
      landPrice: null,
      renovationCost: null,
      firstYearDeduction: null,
    },
    null,
    null,
  ]);
});
