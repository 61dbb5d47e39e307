import type { Address } from "./address.ts";
import type { MasterEmployee } from "./employee.ts";
import type { FamilyMember, SOCIAL_SUPPORTS, TAX_SUPPORTS } from "./family.ts";
import type { DISABILITIES, WIDOW_REASONS, WIDOW_TYPES } from "./profile.ts";

/** An item of the master as people read it; "" where nothing is registered. */
export interface MasterItem {
  label: string;
  value: string;
}

/** 在籍状況. */
export const EMPLOYMENT_STATUS_LABELS: Record<MasterEmployee["status"], string> = {
  employed: "在職中",
  absent: "休職中",
  retired: "退職済み",
};

const GENDER_LABELS = { male: "男性", female: "女性" } as const;

const DISABILITY_LABELS: Record<typeof DISABILITIES[number] | "special_living_together", string> = {
  ordinary: "一般の障害者",
  special: "特別障害者",
  special_living_together: "同居特別障害者",
};

const WIDOW_LABELS: Record<typeof WIDOW_TYPES[number], string> = {
  widow: "寡婦",
  single_parent: "ひとり親",
};

const WIDOW_REASON_LABELS: Record<typeof WIDOW_REASONS[number], string> = {
  divorce: "離婚",
  bereavement: "死別",
  missing: "生死不明",
  unmarried: "未婚",
};

/** 社会保険の扶養状況. */
export const SOCIAL_SUPPORT_LABELS: Record<typeof SOCIAL_SUPPORTS[number], string> = {
  unsupported: "対象外",
  supported: "対象",
  unknown: "不明",
};

/** 税法上の扶養状況. */
export const TAX_SUPPORT_LABELS: Record<typeof TAX_SUPPORTS[number], string> = {
  unsupported: "対象外",
  unsupported_same_living_spouse: "対象外（同一生計配偶者）",
  supported: "対象",
  special_spousal_exemption: "配偶者特別控除の対象",
  unknown: "不明",
};

/**
 * The 28 items of an employee that the difference lists compare, in their order and under their names
 * (reference/screens.md §6.3), by the parts of the page.
 */
export function selfItems(self: MasterEmployee): { title: string; items: MasterItem[] }[] {
  const { profile } = self;
  return [
    {
      title: "氏名・生年月日",
      items: [
        { label: "姓", value: self.lastName },
        { label: "名", value: self.firstName },
        { label: "姓（ヨミガナ）", value: self.lastNameKana },
        { label: "名（ヨミガナ）", value: self.firstNameKana },
        { label: "生年月日", value: dateOf(self.birthOn) },
      ],
    },
    {
      title: "現住所",
      items: [
        ...addressItems("現住所", self.address),
        { label: "現住所の世帯主", value: profile.addressHead },
        { label: "現住所の世帯主の続柄", value: profile.addressRelation },
      ],
    },
    {
      title: "住民票住所",
      items: [
        ...addressItems("住民票住所", profile.registeredAddress),
        { label: "住民票住所の世帯主", value: profile.registeredHead },
        { label: "住民票住所の世帯主の続柄", value: profile.registeredRelation },
      ],
    },
    {
      title: "勤労学生・障害者・寡婦・ひとり親・配偶者",
      items: [
        { label: "勤労学生フラグ", value: flagOf(profile.workingStudent, "対象", "対象外") },
        { label: "勤労学生：学校名", value: profile.school },
        { label: "勤労学生：入学年月日", value: dateOf(profile.enrolledOn) },
        { label: "障害者区分", value: labelOf(DISABILITY_LABELS, profile.disability) },
        { label: "寡婦・ひとり親", value: labelOf(WIDOW_LABELS, profile.widow) },
        { label: "寡婦・ひとり親の理由", value: labelOf(WIDOW_REASON_LABELS, profile.widowReason) },
        { label: "配偶者の有無", value: flagOf(profile.hasSpouse, "有", "無") },
      ],
    },
  ];
}

/** The 16 items of a relative that the difference lists compare, in their order (reference/screens.md §6.3). */
export function relativeItems(one: FamilyMember): MasterItem[] {
  return [
    { label: "続柄", value: one.relation.name },
    { label: "性別", value: labelOf(GENDER_LABELS, one.gender) },
    { label: "姓", value: one.lastName },
    { label: "名", value: one.firstName },
    { label: "姓（ヨミガナ）", value: one.lastNameKana },
    { label: "名（ヨミガナ）", value: one.firstNameKana },
    { label: "生年月日", value: dateOf(one.birthOn) },
    { label: "同居・別居の別", value: one.livingTogether ? "同居" : "別居" },
    ...addressItems("住所", one.address),
    { label: "障害者区分", value: labelOf(DISABILITY_LABELS, one.disability) },
    { label: "税法上の被扶養者", value: labelOf(TAX_SUPPORT_LABELS, one.taxSupport) },
  ];
}

/** What is kept of a relative beside the compared items. */
export function supportItems(one: FamilyMember): MasterItem[] {
  return [
    { label: "家族コード", value: one.code },
    { label: "社会保険の扶養状況", value: labelOf(SOCIAL_SUPPORT_LABELS, one.socialSupport) },
    { label: "税法上の扶養状況", value: labelOf(TAX_SUPPORT_LABELS, one.taxSupport) },
    { label: "税法上の年間所得見積額", value: yenOf(one.taxIncome) },
    { label: "税法上の被扶養者になった日", value: dateOf(one.taxQualifiedOn) },
    { label: "税法上の被扶養者になった理由", value: one.taxQualifiedReason },
    ...(one.address?.country ? [{ label: "住所（国コード）", value: one.address.country }] : []),
    ...(one.remittance === null ? [] : [{ label: "海外居住時の送金額", value: yenOf(one.remittance) }]),
  ];
}

function addressItems(what: string, address: Address | null): MasterItem[] {
  return [
    { label: `${what}（郵便番号）`, value: address?.zip ?? "" },
    { label: `${what}（都道府県）`, value: address?.prefecture ?? "" },
    { label: `${what}（市区町村）`, value: address?.city ?? "" },
    { label: `${what}（丁目・番地）`, value: address?.street ?? "" },
    { label: `${what}（建物名・部屋番号）`, value: address?.building ?? "" },
    { label: `${what}（ヨミガナ）`, value: address?.kana ?? "" },
  ];
}

function labelOf<K extends string>(labels: Readonly<Record<K, string>>, value: K | null): string {
  return value === null ? "" : labels[value];
}

function flagOf(value: boolean | null, yes: string, no: string): string {
  if (value === null) return "";
  return value ? yes : no;
}

/** `YYYY/MM/DD`, as the files write it. */
function dateOf(date: string | null): string {
  return date?.replaceAll("-", "/") ?? "";
}

function yenOf(amount: number | null): string {
  return amount === null ? "" : `${amount.toLocaleString("ja-JP")}円`;
}
