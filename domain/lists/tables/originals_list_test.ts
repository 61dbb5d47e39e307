import assert from "node:assert/strict";
import type { Collected } from "../../declaration/collected.ts";
import { collected, LOAN, relative } from "../../declaration/declaration_fixture.ts";
import type { Disability } from "../../declaration/disability.ts";
import type { Person } from "../../declaration/person.ts";
import type { PreviousJob } from "../../declaration/previous_job.ts";
import type { SelfYear } from "../../declaration/self.ts";
import { type Contract, contractSchema } from "../../insurance.ts";
import { REQUEST_STATUSES } from "../../request.ts";
import { recordsOf, rowOf } from "../row_fixture.ts";
import columns from "../testdata/lists.json" with { type: "json" };
import { ORIGINALS_LIST } from "./originals_list.ts";

const COLUMNS = columns.originals_list;
const allowed = (name: string) => COLUMNS.find(({ header }) => header === name)!.allowed!;

const DISABILITY: Disability = { kind: "ordinary", certificate: "body_3", detail: "", issuedOn: null };
const STUDENT = { school: "東京大学", enrolledOn: null, income: null, incomes: [] };
const PAID = { amount: 1, electronic: false };

const job = (slip: PreviousJob["slip"]): PreviousJob => ({
  id: String(slip),
  slip,
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
});

const contract = (kind: Contract["kind"], social: Contract["social"] = null): Contract =>
  contractSchema.parse({
    id: kind,
    kind,
    source: "self",
    company: "",
    type: "",
    period: "",
    holder: "",
    beneficiary: "",
    relation: "",
    generation: null,
    quake: null,
    social,
    paymentStartsOn: null,
    amount: 1,
    policyNumber: "",
    editable: true,
  });

/** A relative of the master, disabled in both years; `abroad`: this year somewhere else, and money is sent. */
function disabled(person: Person, abroad: boolean): Person {
  const year = { ...person.thisYear, disability: DISABILITY };
  const there = { student: false, remittance: 1, relativePapers: true, remittancePapers: true };
  const away = abroad ? { ...year, living: "abroad" as const, abroad: there } : year;
  return { ...person, thisYear: away, nextYear: year };
}

/** What somebody collected who needs each of the originals; everybody of `relatives` has a 手帳, the first lives abroad. */
function needsAll(relatives: number, jobs: PreviousJob[]): Collected {
  const family = [
    relative("wife", { isSpouse: true }),
    ...Array.from({ length: relatives }, (_, n) => relative(`r${n}`)),
  ];
  const everything = collected(family, (one) => {
    const self = (year: SelfYear) => ({ ...year, disability: DISABILITY, student: STUDENT });
    return {
      ...one,
      self: { ...one.self, thisYear: self(one.self.thisYear), nextYear: self(one.self.nextYear) },
      previousJob: { ...one.previousJob, jobs },
      spouse: { ...one.spouse, person: disabled(one.spouse.person!, false) },
      family: { ...one.family, people: one.family.people.map((person, n) => disabled(person, n === 0)) },
      insurance: {
        ...one.insurance,
        claims: true,
        mutualAid: { small_business: PAID, individual: PAID, disabled: PAID },
      },
      housingLoan: { claim: "yes", electronic: false },
    };
  });
  const contracts = [
    contract("life"),
    contract("care"),
    contract("pension"),
    contract("earthquake"),
    contract("social", "national_pension"),
    contract("social", "health_and_care"),
  ];
  return {
    ...everything,
    insurance: { v: 1, contracts, dc: { amount: 1, editable: true }, registered: [] },
    housingLoan: LOAN,
  };
}

const namesOf = (what: Collected) =>
  recordsOf(ORIGINALS_LIST, rowOf(what)).map((record) => record["原本名"]!);

Deno.test("the columns are those of the table, in its order", () => {
  assert.deepEqual(ORIGINALS_LIST.header, COLUMNS.map(({ header }) => header));
});

Deno.test("the employee of the example, whose only original is that of the example", () => {
  const said = collected([], (one) => ({
    ...one,
    self: { ...one.self, lastName: "須磨", firstName: "太郎" },
    previousJob: { ...one.previousJob, jobs: [job("handed_in")] },
  }));
  const row = rowOf(said);
  const answered = { ...row, request: { ...row.request, status: "answered" as const } };
  const examples = Object.fromEntries(COLUMNS.map(({ header, example }) => [header, example]));
  assert.deepEqual(recordsOf(ORIGINALS_LIST, answered), [examples]);
});

Deno.test("each of the 22 names occurs, in the order of the list, on a row of its own", () => {
  const records = recordsOf(ORIGINALS_LIST, rowOf(needsAll(1, [job("at_hand")])));
  assert.deepEqual(records.map((record) => record["原本名"]), allowed("原本名"));
  assert.equal(records.length, 22);
  for (const { "原本名": _, ...rest } of records) {
    const { "原本名": __, ...first } = records[0]!;
    assert.deepEqual(rest, first);
  }
});

Deno.test("several of a kind are numbered at the end of the name, all of them; one alone is not", () => {
  const names = namesOf(needsAll(15, [job("at_hand"), job("unavailable"), job("ordered")]));
  assert.deepEqual(names.slice(0, 4), [
    "前職の源泉徴収票1",
    "前職の源泉徴収票2",
    "親族関係書類",
    "送金関係書類",
  ]);
  for (const kind of ["今年の扶養家族の障害者手帳のコピー", "来年の扶養家族の障害者手帳のコピー"]) {
    const numbered = Array.from({ length: 15 }, (_, n) => `${kind}${n + 1}`);
    assert.deepEqual(names.filter((name) => name.startsWith(kind)), numbered);
  }
  const kinds = new Set(names.map((name) => name.replace(/\d+$/, "")));
  assert.deepEqual([...kinds], allowed("原本名"));
});

Deno.test("who needs no original has no row, whatever the status", () => {
  for (const status of REQUEST_STATUSES) {
    const row = rowOf(collected());
    assert.deepEqual(ORIGINALS_LIST.rows({ ...row, request: { ...row.request, status } }), []);
  }
});
