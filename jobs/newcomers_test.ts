import assert from "node:assert/strict";
import { type Contract, type Insurance, NO_INSURANCE } from "../domain/insurance.ts";
import type { RequestStatus } from "../domain/request.ts";
import { commitChange } from "../kv/guarded.ts";
import { storesOf } from "../kv/stores.ts";
import { addTestMembers } from "../kv/test_year.ts";
import { type Company, masterOf, openCompany, person, TENANT } from "./test_tools.ts";

const LAST = { id: TENANT.id, year: TENANT.year - 1 };

const contract = (id: string, more: Partial<Contract> = {}): Contract => ({
  id,
  kind: "life",
  source: "self",
  company: "見本生命",
  type: "定期",
  period: "10年",
  holder: "山田花子",
  beneficiary: "山田太郎",
  relation: "子",
  generation: "new",
  quake: null,
  social: null,
  paymentStartsOn: null,
  amount: 50_000,
  policyNumber: "1",
  editable: true,
  electronic: false,
  ...more,
});

const INSURANCE: Insurance = {
  ...NO_INSURANCE,
  contracts: [
    contract("a"),
    contract("b", { source: "group", editable: false }),
    contract("c", { kind: "earthquake", source: "last_year", amount: 1, editable: false }),
  ],
  dc: { amount: 12_000, editable: false },
};

/** Last year's targets, each with INSURANCE, by 社員番号 and where their 依頼 ended. */
async function lastYear({ files: { kv }, committer }: Company, ends: Record<string, RequestStatus>) {
  const stores = storesOf(kv, LAST);
  await addTestMembers({ kv, committer, stores }, "g-2025", Object.keys(ends).map((code) => person(code)));
  const { members, insurance } = stores;
  await commitChange(kv, committer, {
    guards: [members.guard("g-2025")],
    async compute() {
      const found = await members.byCodes(Object.keys(ends));
      return found.flatMap((member) => insurance.put(member!, INSURANCE));
    },
  });
  for (const [code, status] of Object.entries(ends)) {
    const key = ["t", LAST.id, "y", LAST.year, "request", "g-2025", code];
    const { value } = await kv.get<object>(key);
    await kv.set(key, { ...value, status });
  }
}

Deno.test("who was 確定 last year brings the insurance without amounts; 団体 and DC stay behind", async () => {
  const ends = { "000001": "confirmed", "000002": "answered", "000003": "expired" } as const;
  const people = [...Object.keys(ends), "000004", "900001"].map((code) => person(code));
  await using c = await openCompany({ source: masterOf(people) });
  // 900001 was 000009 last year: the 社員番号 is all that tells.
  await lastYear(c, { ...ends, "000009": "confirmed" });
  const { id } = await c.accept({ operation: "sync_employees" });
  assert.equal((await c.ended(id)).job.message, "5名を追加し、0名を更新しました。");
  const { members, insurance } = c.stores;
  const found = await members.byCodes(people.map(({ code }) => code));
  const [first, ...others] = await insurance.of(found.map((member) => member!.employee.id));
  assert.deepEqual(first, {
    ...NO_INSURANCE,
    contracts: [
      contract("a", { source: "last_year", amount: null }),
      contract("c", { kind: "earthquake", source: "last_year", amount: null, editable: true }),
    ],
  });
  assert.deepEqual(others, others.map(() => NO_INSURANCE));
});

Deno.test("a later sync brings nothing a second time", async () => {
  await using c = await openCompany({ source: masterOf([person("000001")]) });
  await lastYear(c, { "000001": "confirmed" });
  const sync = async () => await c.ended((await c.accept({ operation: "sync_employees" })).id);
  await sync();
  const { members, insurance } = c.stores;
  const [member] = await members.byCodes(["000001"]);
  await commitChange(c.files.kv, c.committer, {
    guards: [members.guard(null)],
    compute: () => Promise.resolve(insurance.put(member!, NO_INSURANCE)),
  });
  await sync();
  assert.deepEqual(await insurance.of([member!.employee.id]), [NO_INSURANCE]);
});
