import assert from "node:assert/strict";
import { z } from "zod";
import { familyMemberSchema, SOCIAL_SUPPORTS, TAX_SUPPORTS } from "../../domain/family.ts";
import { isMyNumber } from "../../domain/my_number.ts";
import { DISABILITIES, WIDOW_REASONS, WIDOW_TYPES } from "../../domain/profile.ts";
import { sampleSource } from "../sample.ts";
import { otherCompany, sampleCompany } from "./companies.ts";
import { familyOf } from "./family.ts";
import { personOf, subjectOf } from "./people.ts";
import { RELATIONS } from "./relations.ts";

const COMPANY = sampleCompany(300);
const numbers = Array.from({ length: COMPANY.count }, (_, i) => i);
const people = numbers.map((i) => ({
  person: personOf(COMPANY, i),
  subject: subjectOf(COMPANY, i),
  family: familyOf(COMPANY, i, subjectOf(COMPANY, i)),
}));
const relatives = people.flatMap(({ family }) => family);
const profiles = people.map(({ person }) => person.profile);
const ageOf = (birthOn: string) => COMPANY.year - Number(birthOn.slice(0, 4));

function same<T>(found: readonly T[], allowed: readonly T[]) {
  assert.deepEqual(new Set(found), new Set(allowed));
}

Deno.test("families have none to five relatives, fit their schema, and have unique source ids", () => {
  same(people.map(({ family }) => family.length), [0, 1, 2, 3, 4, 5]);
  z.array(familyMemberSchema).parse(relatives);
  assert.equal(new Set(relatives.map(({ sourceId }) => sourceId)).size, relatives.length);
});

Deno.test("every value that a profile may hold occurs among 300 people", () => {
  same(profiles.map((one) => one.disability), [null, ...DISABILITIES]);
  same(profiles.map((one) => one.widow), [null, ...WIDOW_TYPES]);
  same(profiles.map((one) => one.widowReason), [null, ...WIDOW_REASONS]);
  same(profiles.map((one) => one.workingStudent), [null, true, false]);
  same(profiles.map((one) => one.hasSpouse), [null, true, false]);
  same(profiles.map((one) => one.addressRelation), ["", "本人", "夫", "妻", "父"]);
  same(profiles.map((one) => one.registeredAddress === null), [true, false]);
});

Deno.test("every value that a relative may hold occurs among them", () => {
  same(relatives.map((one) => one.relation.name), RELATIONS.map(({ name }) => name));
  same(relatives.map((one) => one.gender), [null, "female", "male"]);
  same(relatives.map((one) => one.disability), [null, "ordinary", "special", "special_living_together"]);
  same(relatives.map((one) => one.socialSupport), [null, ...SOCIAL_SUPPORTS]);
  same(relatives.map((one) => one.taxSupport), [null, ...TAX_SUPPORTS]);
  same(relatives.map((one) => one.taxQualifiedReason), ["", "婚姻", "出生", "退職・失業"]);
  for (const field of ["birthOn", "address", "taxIncome", "taxQualifiedOn", "remittance"] as const) {
    same(relatives.map((one) => one[field] === null), [true, false]);
  }
  same(relatives.map((one) => one.code === ""), [true, false]);
  same(relatives.map((one) => one.livingTogether), [true, false]);
});

Deno.test("who lives apart has an address, who lives abroad gets money, and nobody else either", () => {
  for (const one of relatives) {
    assert.equal(one.livingTogether, one.address === null);
    assert.equal(one.remittance !== null, one.address !== null && one.address.country !== "");
    if (one.disability === "special_living_together") assert(one.livingTogether);
  }
  const abroad = relatives.filter(({ remittance }) => remittance !== null);
  assert(abroad.length >= 5 && abroad.length <= 30, `${abroad.length}`);
});

Deno.test("profiles are in keeping with age and family", () => {
  for (const { person: { profile }, subject, family } of people) {
    const spouses = family.filter(({ isSpouse }) => isSpouse);
    assert(spouses.length <= 1);
    if (profile.hasSpouse !== null) assert.equal(profile.hasSpouse, spouses.length === 1);
    for (const spouse of spouses) {
      assert.notEqual(spouse.relation.name, subject.gender === "female" ? "妻" : "夫");
    }
    if (profile.widow) assert.equal(spouses.length, 0);
    assert.equal(profile.widow === null, profile.widowReason === null);
    if (profile.widow === "widow") assert.equal(subject.gender, "female");
    if (profile.widow === "single_parent") assert(family.some(({ relation }) => relation.isChild));
    assert.equal(profile.workingStudent === true, profile.school !== "");
    assert.equal(profile.workingStudent === true, profile.enrolledOn !== null);
    if (profile.workingStudent) assert(ageOf(subject.birthOn) <= 25);
    for (const child of family.filter(({ relation, birthOn }) => relation.isChild && birthOn)) {
      assert(ageOf(subject.birthOn) - ageOf(child.birthOn!) >= 18);
    }
  }
});

Deno.test("a divorced 寡婦 supports somebody; a bereaved one need not", () => {
  const company = sampleCompany(4_000);
  const found = { divorce: 0, alone: 0 };
  for (let i = 0; i < company.count; i++) {
    const { widow, widowReason } = personOf(company, i).profile;
    const family = widow === "widow" ? familyOf(company, i, subjectOf(company, i)) : [];
    if (widow === "widow" && widowReason === "bereavement" && family.length === 0) found.alone++;
    if (widow !== "widow" || widowReason !== "divorce") continue;
    assert(family.some(({ relation }) => relation.name === "母" || relation.name === "父"));
    found.divorce++;
  }
  assert(found.divorce > 0 && found.alone > 0, JSON.stringify(found));
});

Deno.test("the source answers families and 個人番号 by source id, with valid check digits, and knows nobody else's", async () => {
  const source = sampleSource(COMPANY);
  const all = people.map(({ person }) => person);
  assert.deepEqual(await source.families(all), people.map(({ family }) => family));
  const held = await source.myNumbers!(all);
  const every = held.flat().map(({ number }) => number);
  assert(every.length > 600 && every.every(isMyNumber));
  assert.equal(new Set(every).size, every.length);
  assert.deepEqual(await source.myNumbers!(all), held);
  const own = held.filter((list) => list.some(({ relative }) => relative === null)).length;
  assert(own > 270 && own < 300, `${own}`);
  const strangers = [personOf(otherCompany(), 0), { sourceId: "" }, { sourceId: "sample-000301" }];
  assert.deepEqual(await source.families(strangers), [[], [], []]);
  assert.deepEqual(await source.myNumbers!(strangers), [[], [], []]);
});
