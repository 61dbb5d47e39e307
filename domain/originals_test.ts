import assert from "node:assert/strict";
import { collected, LOAN, relative, withPerson } from "./declaration/declaration_fixture.ts";
import type { Collected } from "./declaration/collected.ts";
import columns from "./lists/testdata/columns.json" with { type: "json" };
import type { Declaration } from "./declaration/declaration.ts";
import type { Disability } from "./declaration/disability.ts";
import type { Contract } from "./insurance.ts";
import { MOUNTED_NAMES, ORIGINAL_NAMES, originalsOf } from "./originals.ts";

const PROVEN: Disability = { kind: "ordinary", certificate: "body_3", detail: "", issuedOn: null };
const JOB = {
  id: "1",
  slip: "at_hand" as const,
  lastPaidOn: null,
  leftOn: null,
  paid: 1,
  withheld: 0,
  socialInsurance: 0,
  mutualAid: 0,
  zip: "",
  address: "",
  name: "",
  phone: "",
};

function contract(more: Partial<Contract>): Contract {
  return {
    id: "1",
    kind: "life",
    source: "self",
    company: "",
    type: "",
    period: "",
    holder: "",
    beneficiary: "",
    relation: "",
    generation: null,
    quake: null,
    social: null,
    paymentStartsOn: null,
    amount: 1,
    policyNumber: "",
    editable: true,
    electronic: false,
    ...more,
  };
}

const insured = (...contracts: Contract[]): Collected => ({
  ...collected(),
  insurance: { v: 1, contracts, dc: null, registered: [] },
});
const said = (change: (one: Declaration) => Declaration, more: Partial<Collected> = {}) =>
  originalsOf({ ...collected([relative("a"), relative("b")], change), ...more });

Deno.test("the names are the 22 of the list, in its order", () => {
  assert.deepEqual(ORIGINAL_NAMES, columns.originals_list.find(({ header }) => header === "原本名")!.allowed);
});

Deno.test("the 台紙 takes proofs of 保険料控除 and nothing else", () => {
  assert.equal(MOUNTED_NAMES.length, 9);
  assert(
    MOUNTED_NAMES.every((name) => name.includes("保険") || name.includes("年金") || name.includes("共済")),
  );
});

Deno.test("who said nothing has nothing to hand in", () => assert.deepEqual(originalsOf(collected()), []));

Deno.test("a 源泉徴収票 a previous job, numbered where there are several; none of what cannot be had", () => {
  const jobs = (...slips: ("at_hand" | "handed_in" | "unavailable")[]) =>
    said((one) => ({
      ...one,
      previousJob: { ...one.previousJob, jobs: slips.map((slip) => ({ ...JOB, slip })) },
    }));
  assert.deepEqual(jobs("handed_in"), ["前職の源泉徴収票"]);
  assert.deepEqual(jobs("at_hand", "unavailable", "handed_in"), ["前職の源泉徴収票1", "前職の源泉徴収票2"]);
});

Deno.test("relatives abroad who are claimed need papers, of 送金 where something is sent", () => {
  const abroad = (remittance: number | null, support: boolean) =>
    said((one) =>
      withPerson(one, (person) => {
        const there = { student: false, remittance, relativePapers: false, remittancePapers: false };
        const year = { ...person.thisYear, living: "abroad" as const, abroad: there, support };
        return { ...person, thisYear: year, nextYear: year };
      })
    );
  assert.deepEqual(abroad(1, true), ["親族関係書類", "送金関係書類"]);
  assert.deepEqual(abroad(null, true), ["親族関係書類"]);
  assert.deepEqual(abroad(1, false), []);
});

Deno.test("手帳 are copied for each year, of the employee, the spouse and each relative; not その他", () => {
  const own = said((one) => ({
    ...one,
    self: { ...one.self, thisYear: { ...one.self.thisYear, disability: PROVEN } },
  }));
  assert.deepEqual(own, ["今年の障害者手帳のコピー"]);
  const both = said((one) => ({
    ...one,
    family: {
      ...one.family,
      people: one.family.people.map((person) => ({
        ...person,
        nextYear: { ...person.nextYear, disability: PROVEN },
      })),
    },
  }));
  assert.deepEqual(both, ["来年の扶養家族の障害者手帳のコピー1", "来年の扶養家族の障害者手帳のコピー2"]);
  const late = said((one) =>
    withPerson(one, (person) => ({
      ...person,
      diedOn: "2026-06-30",
      thisYear: { ...person.thisYear, disability: PROVEN },
      nextYear: { ...person.nextYear, disability: PROVEN },
    }))
  );
  assert.deepEqual(late, ["今年の扶養家族の障害者手帳のコピー"]);
  const other = said((one) => ({
    ...one,
    self: {
      ...one.self,
      nextYear: { ...one.self.nextYear, disability: { ...PROVEN, certificate: "other" } },
    },
  }));
  assert.deepEqual(other, []);
});

Deno.test("a certificate a contract; none of 団体, electronic ones, 昨年 without an amount, and other 社会保険", () => {
  const names = originalsOf(insured(
    contract({}),
    contract({ source: "last_year" }),
    contract({ kind: "care" }),
    contract({ kind: "pension" }),
    contract({ kind: "earthquake" }),
    contract({ kind: "social", social: "national_pension" }),
    contract({ kind: "social", social: "health_and_care" }),
    contract({ source: "group" }),
    contract({ electronic: true }),
    contract({ source: "last_year", amount: null }),
  ));
  assert.deepEqual(names, [
    "一般生命保険の控除証明書1",
    "一般生命保険の控除証明書2",
    "介護医療保険の控除証明書",
    "個人年金保険の控除証明書",
    "地震保険の控除証明書",
    "国民年金（または国民年金基金）の控除証明書",
  ]);
});

Deno.test("who does not declare insurance has no certificate to hand in", () => {
  const { declaration, ...rest } = insured(contract({}));
  const not = { ...declaration, insurance: { ...declaration.insurance, claims: false } };
  assert.deepEqual(originalsOf({ ...rest, declaration: not }), []);
});

Deno.test("掛金: what was paid in person; 企業型 only where the employee said so", () => {
  const paid = { amount: 1, electronic: false };
  const mutualAid = { small_business: paid, individual: paid, disabled: { amount: 1, electronic: true } };
  const dc = (editable: boolean) => ({
    v: 1 as const,
    contracts: [],
    dc: { amount: 1, editable },
    registered: [],
  });
  const names = (editable: boolean) =>
    said((one) => ({ ...one, insurance: { ...one.insurance, claims: true, mutualAid } }), {
      insurance: dc(editable),
    });
  const smallBusiness = "独立行政法人中小企業基盤整備機構の共済契約掛金の払込証明書";
  const individual = "個人型年金加入者掛金の払込証明書";
  assert.deepEqual(names(false), [smallBusiness, individual]);
  assert.deepEqual(names(true), [smallBusiness, "企業型年金加入者掛金の払込証明書", individual]);
});

Deno.test("a housing loan needs its declaration and a 年末残高証明書 a lender, unless they come as data", () => {
  const lender = { name: "", purpose: null, balance: null, ownPart: null };
  const housingLoan = { ...LOAN, lenders: [lender, lender] };
  const claim = (electronic: boolean) => (one: Declaration): Declaration => ({
    ...one,
    housingLoan: { claim: "yes", electronic },
  });
  const [form, ...balances] = said(claim(false), { housingLoan });
  assert(form!.startsWith("（特定増改築等）住宅借入金等特別控除申告書"));
  assert.deepEqual(balances, ["年末残高証明書1", "年末残高証明書2"]);
  assert.equal(said(claim(false), { housingLoan: { ...housingLoan, balanceReported: true } }).length, 1);
  assert.deepEqual(said(claim(true), { housingLoan }), []);
  assert.deepEqual(said((one) => one, { housingLoan }), []);
});
