import assert from "node:assert/strict";
import type { Address } from "./address.ts";
import type { MasterEmployee } from "./employee.ts";
import { type FamilyMember, SOCIAL_SUPPORTS, TAX_SUPPORTS } from "./family.ts";
import { relativeItems, selfItems, supportItems } from "./master_items.ts";
import { DISABILITIES, EMPTY_PROFILE, type Profile, WIDOW_REASONS, WIDOW_TYPES } from "./profile.ts";

const ADDRESS: Address = {
  zip: "100-0001",
  prefecture: "東京都",
  city: "千代田区",
  street: "1-1",
  building: "見本ビル",
  kana: "トウキョウト",
  country: "",
};

const SELF: MasterEmployee = {
  sourceId: "s",
  code: "000001",
  lastName: "山田",
  firstName: "花子",
  lastNameKana: "ヤマダ",
  firstNameKana: "ハナコ",
  birthOn: "1990-04-01",
  gender: "female",
  department: null,
  employmentType: null,
  employmentPreset: null,
  establishment: null,
  status: "employed",
  resignedOn: null,
  address: ADDRESS,
  account: null,
  profile: EMPTY_PROFILE,
};

const RELATIVE: FamilyMember = {
  sourceId: "f",
  code: "7",
  relation: { name: "実父", preset: "father", isChild: false },
  isSpouse: false,
  lastName: "山田",
  firstName: "一郎",
  lastNameKana: "ヤマダ",
  firstNameKana: "イチロウ",
  birthOn: null,
  gender: null,
  livingTogether: false,
  address: { ...ADDRESS, country: "USA" },
  disability: null,
  socialSupport: null,
  taxSupport: null,
  taxIncome: 1_234_567,
  taxQualifiedOn: "2026-04-01",
  taxQualifiedReason: "退職・失業",
  remittance: 300_000,
};

const self = (profile: Partial<Profile> = {}) =>
  new Map(
    selfItems({ ...SELF, profile: { ...EMPTY_PROFILE, ...profile } }).flatMap(({ items }) => items)
      .map(({ label, value }) => [label, value]),
  );
const relative = (more: Partial<FamilyMember> = {}) => {
  const one = { ...RELATIVE, ...more };
  return new Map([...relativeItems(one), ...supportItems(one)].map(({ label, value }) => [label, value]));
};

Deno.test("28 items of an employee and 16 of a relative, each once", () => {
  assert.equal(self().size, 28);
  assert.equal(new Set(relativeItems(RELATIVE).map(({ label }) => label)).size, 16);
});

Deno.test("names, dates and addresses stand as registered, and blank where nothing is", () => {
  const items = self({ registeredAddress: { ...ADDRESS, city: "港区" }, registeredHead: "山田 一郎" });
  assert.equal(items.get("生年月日"), "1990/04/01");
  assert.equal(items.get("現住所（建物名・部屋番号）"), "見本ビル");
  assert.equal(items.get("住民票住所（市区町村）"), "港区");
  assert.equal(items.get("住民票住所の世帯主"), "山田 一郎");
  assert.deepEqual([self().get("住民票住所（市区町村）"), self().get("配偶者の有無")], ["", ""]);
});

Deno.test("an employee's choices have the words of the difference lists", () => {
  const told = (label: string, profiles: Partial<Profile>[]) => profiles.map((one) => self(one).get(label));
  assert.deepEqual(
    told("障害者区分", DISABILITIES.map((disability) => ({ disability }))),
    ["一般の障害者", "特別障害者"],
  );
  assert.deepEqual(told("寡婦・ひとり親", WIDOW_TYPES.map((widow) => ({ widow }))), ["寡婦", "ひとり親"]);
  assert.deepEqual(
    told("寡婦・ひとり親の理由", WIDOW_REASONS.map((widowReason) => ({ widowReason }))),
    ["離婚", "死別", "生死不明", "未婚"],
  );
  const flags = [true, false, null];
  assert.deepEqual(told("配偶者の有無", flags.map((hasSpouse) => ({ hasSpouse }))), ["有", "無", ""]);
  assert.deepEqual(
    told("勤労学生フラグ", flags.map((workingStudent) => ({ workingStudent }))),
    ["対象", "対象外", ""],
  );
});

Deno.test("a relative's choices do, with 扶養状況 and amounts beside them", () => {
  const told = (label: string, ones: Partial<FamilyMember>[]) => ones.map((one) => relative(one).get(label));
  assert.deepEqual(told("同居・別居の別", [{ livingTogether: true }, {}]), ["同居", "別居"]);
  assert.deepEqual(told("性別", [{ gender: "male" }, { gender: "female" }, {}]), ["男性", "女性", ""]);
  assert.deepEqual(told("障害者区分", [{ disability: "special_living_together" }]), ["同居特別障害者"]);
  assert.deepEqual(
    told("社会保険の扶養状況", SOCIAL_SUPPORTS.map((socialSupport) => ({ socialSupport }))),
    ["対象外", "対象", "不明"],
  );
  assert.deepEqual(
    told("税法上の扶養状況", TAX_SUPPORTS.map((taxSupport) => ({ taxSupport }))),
    ["対象外", "対象外（同一生計配偶者）", "対象", "配偶者特別控除の対象", "不明"],
  );
  assert.equal(relative().get("税法上の年間所得見積額"), "1,234,567円");
  assert.equal(relative().get("海外居住時の送金額"), "300,000円");
  assert.equal(relative().get("住所（国コード）"), "USA");
  assert.equal(relative({ remittance: null }).has("海外居住時の送金額"), false);
});
