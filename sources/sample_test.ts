import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { employeeSchema, EXCLUDED_EMPLOYMENT, masterEmployeeSchema } from "../domain/employee.ts";
import { DOCUMENT_KINDS, EXCLUSIONS, REQUEST_STATUSES, requestSchema } from "../domain/request.ts";
import { otherCompany, sampleCompany, sampleGroups } from "./sample/companies.ts";
import { lastYearMembers } from "./sample/last_year.ts";
import { loginsOf } from "./sample/logins.ts";
import { sampleMembers } from "./sample/members.ts";
import { AWKWARD_NAMES } from "./sample/names.ts";
import { codeOf, personOf } from "./sample/people.ts";

import { MASTER_ONLY, standingOf } from "./sample/standing.ts";
import { sampleSource } from "./sample.ts";

const COMPANY = sampleCompany(300);
const everybody = (company = COMPANY) => Array.from({ length: company.count }, (_, i) => i);
const requestsOf = (company = COMPANY) =>
  everybody(company).flatMap((i) => sampleMembers(company)(i)?.request ?? []);

Deno.test("60 % are in three groups, 30 % in none, 10 % in the master only", () => {
  const members = everybody().map(sampleMembers(COMPANY));
  const groups = sampleGroups(COMPANY);
  const perGroup = groups.map((group) => members.filter((m) => m?.employee.groupId === group.id).length);
  assert.deepEqual(groups.map((group) => group.name), ["役員", "店舗", "工場", "本社"]);
  assert.deepEqual(perGroup, [0, 30, 60, 90]);
  assert.equal(members.filter((member) => member?.employee.groupId === null).length, 90);
  assert.equal(members.filter((member) => member === null).length, 30);
});

Deno.test("the master only holds people of every kind that an import meets", () => {
  const reasons = everybody().flatMap((i) => {
    const standing = standingOf(COMPANY, i);
    return standing.kind === "master" ? [standing.reason] : [];
  });
  assert.deepEqual(new Set(reasons), new Set(MASTER_ONLY));
  const people = everybody().filter((i) => standingOf(COMPANY, i).kind === "master").map((i) =>
    personOf(COMPANY, i)
  );
  const excluded: readonly (string | null)[] = EXCLUDED_EMPLOYMENT;
  assert(people.some((person) => person.status === "retired"));
  assert(people.some((person) => person.account === null));
  assert(people.some((person) => person.code === null));
  for (const preset of excluded) assert(people.some((person) => person.employmentPreset === preset));
});

Deno.test("a 社員番号 finds its person wherever it stands, and only in its exact text", async () => {
  const source = sampleSource(COMPANY);
  const all = (await Array.fromAsync(source.employees())).flat();
  assert.equal(all.length, await source.countEmployees());
  const coded = all.filter((person) => person.code !== null);
  assert.deepEqual(await source.employeesByCode(coded.map((person) => person.code!)), coded);
  const strange = ["1", "0000001", "000000", "000301", "００００１", "000001 ", "", "abcdef", "-00001"];
  assert.deepEqual(await source.employeesByCode(strange), strange.map(() => null));
  assert.deepEqual((await Array.fromAsync(source.employees(290))).flat(), all.slice(290));
});

Deno.test("a larger company begins with the same people", () => {
  const large = sampleCompany(100_000);
  for (const i of [0, 7, 123, 299]) assert.deepEqual(sampleMembers(large)(i), sampleMembers(COMPANY)(i));
  assert.equal(personOf(large, 99_999).code, codeOf(99_999));
});

Deno.test("everybody fits the schemas, with unique ids, and an id of one company is none of the other", () => {
  const ids = new Set<string>();
  for (const company of [sampleCompany(2000), otherCompany()]) {
    for (const i of everybody(company)) {
      masterEmployeeSchema.parse(personOf(company, i));
      const member = sampleMembers(company)(i);
      if (!member) continue;
      employeeSchema.parse(member.employee);
      if (member.request) requestSchema.parse(member.request);
      assert.match(member.employee.id, /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
      assert(!ids.has(member.employee.id));
      ids.add(member.employee.id);
    }
  }
});

Deno.test("the requests have every status and every 対象外理由; nobody answers after 受付終了日", () => {
  const byGroup = Map.groupBy(
    everybody().flatMap((i) => sampleMembers(COMPANY)(i) ?? []),
    (m) => m.employee.groupId,
  );
  const [, past, , head] = sampleGroups(COMPANY);
  const statuses = (group: string) => new Set(byGroup.get(group)!.map((m) => m.request!.status));
  assert.deepEqual(statuses(head!.id), new Set(REQUEST_STATUSES.filter((status) => status !== "expired")));
  assert.deepEqual(
    statuses(past!.id),
    new Set(REQUEST_STATUSES.filter((status) => status !== "requested" && status !== "answering")),
  );
  assert.deepEqual(new Set(requestsOf().map((r) => r.exclusion)), new Set([null, ...EXCLUSIONS]));
});

Deno.test("with 300 people every column of 依頼状況一覧 takes every value beside every status that shows it", () => {
  for (const status of ["answered", "correcting", "reanswered", "confirmed"]) {
    const plain = requestsOf().filter((r) => r.status === status && r.exclusion === null);
    const values = status === "correcting" ? 5 : 4;
    for (const kind of DOCUMENT_KINDS) {
      assert.equal(new Set(plain.map((r) => r.documents[kind]?.status)).size, values, `${status} ${kind}`);
    }
    assert.equal(new Set(plain.map((r) => r.previousJob?.status)).size, values, status);
  }
  const early = requestsOf().filter((r) => r.status === "not_requested");
  assert.equal(new Set(early.map((r) => r.previousJob?.status)).size, 4);
});

Deno.test("差し戻し is there beside 修正依頼中 only, and each is something to correct", () => {
  const lastYear = everybody().flatMap((i) => lastYearMembers(COMPANY)(i)?.request ?? []);
  const all = [...requestsOf(), ...lastYear];
  for (const { status, documents, previousJob, corrections, beforeCorrection } of all) {
    const reviews = { ...documents, ...(previousJob ? { previous_job: previousJob } : {}) };
    const returned = Object.entries(reviews).filter(([, review]) => review.status === "returned");
    const told = corrections.flatMap(({ from }) => from === "request" ? [] : from);
    assert.deepEqual(returned.map(([of]) => of).toSorted(), told.toSorted());
    assert.equal(corrections.length > 0, status === "correcting");
    assert.equal(beforeCorrection !== null, status === "correcting");
  }
  assert(all.some(({ corrections }) => corrections.some(({ from }) => from !== "request")));
});

Deno.test("with enough people every combination of the six occurs beside a status", () => {
  const company = sampleCompany(310_000);
  // No 差し戻し in what is 回答済み.
  const possible = 4 ** 6;
  const seen = new Set<string>();
  const memberAt = sampleMembers(company);
  for (const i of everybody(company)) {
    const request = memberAt(i)?.request;
    if (request?.status !== "answered" || request.exclusion) continue;
    seen.add(
      [...DOCUMENT_KINDS.map((kind) => request.documents[kind]), request.previousJob].map((r) => r?.status)
        .join(),
    );
    if (seen.size === possible) break;
  }
  assert.equal(seen.size, possible);
});

Deno.test("times of a 依頼 are in order and 差戻し日 follows its documents", () => {
  for (const request of requestsOf()) {
    const reviews = [...Object.values(request.documents), request.previousJob].filter((review) => !!review);
    for (const review of reviews) {
      assert.equal(review.status === "returned" || review.updatedAt !== null, review.returnedAt !== null);
      assert(review.updatedAt === null || review.updatedAt > review.returnedAt!);
      assert.equal(review.status === "checked", review.checkedAt !== null);
      for (const at of [review.returnedAt, review.doubleWaitingAt, review.checkedAt, review.updatedAt]) {
        assert(at === null || at >= review.createdAt);
      }
    }
    const returned = reviews.flatMap((review) => review.returnedAt ?? []);
    if (returned.length > 0) assert.equal(request.returnedAt, Math.max(...returned));
    if (request.status === "correcting") assert(request.returnedAt !== null);
    assert.deepEqual(request.memos, request.memos.toSorted((a, b) => a.at - b.at));
  }
  const memos = requestsOf().flatMap((request) => request.memos.map((memo) => memo.text));
  for (const sign of [",", '"', "\n", "="]) assert(memos.some((text) => text.includes(sign)), sign);
});

Deno.test("awkward names occur at a low rate", () => {
  const company = sampleCompany(2000);
  const surnames = everybody(company).map((i) => personOf(company, i).lastName);
  for (const { last } of AWKWARD_NAMES) assert(surnames.includes(last[0]), last[0]);
  assert(surnames.filter((name) => name === "𠮷田").length < 10);
});

Deno.test("the accounts of design §7 belong to the people they should", () => {
  const logins = loginsOf(COMPANY);
  assert.equal(logins.length, 9);
  const personOfLogin = (email: string | null) => {
    const login = logins.find((found) => found.email === email)!;
    return sampleMembers(COMPANY)(login.person!)!;
  };
  const employee = personOfLogin("employee@sample.example");
  assert.equal(employee.request?.status, "requested");
  assert.equal(employee.employee.establishment, "本社");
  assert.deepEqual(employee.employee.account, { email: "employee@sample.example" });
  assert.deepEqual(personOfLogin(null).employee.account, { email: null });
  assert.deepEqual(personOfLogin("range@sample.example").employee.account, { email: "range@sample.example" });
});

Deno.test("people, ids and 依頼 stay what they were when profiles, families and insurance were added", () => {
  const stored = everybody().map((i) => {
    // Whose the accounts are was chosen anew since, 更新日時 is of what was corrected only, and 差し戻し of 修正依頼中 only.
    const { profile: _, account: _account, ...person } = personOf(COMPANY, i);
    const member = sampleMembers(COMPANY)(i);
    return [person, member?.request ?? null, member?.employee.id ?? null];
  });
  const digest = createHash("sha256").update(JSON.stringify(stored)).digest("hex");
  assert.equal(digest, "449359e4235f1089ecddfeb91bae57feaf13f3b96284e838a9d9967bce037a13");
});

Deno.test("any person is the same however often and in whatever order they are asked for", () => {
  const people = fc.array(fc.nat(299), { maxLength: 20 });
  fc.assert(fc.property(people, (order) => {
    for (const i of order) assert.deepEqual(personOf(sampleCompany(300), i), personOf(COMPANY, i));
  }));
});
