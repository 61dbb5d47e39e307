import type { Collected } from "../../declaration/collected.ts";
import type { CollectedPart } from "../../request.ts";
import { at } from "../fields/branches.ts";
import { all, type Fields } from "../fields/fields.ts";
import type { ItemList } from "../item_list.ts";
import { type Asking, inSection } from "../page.ts";
import { peopleOf } from "../people.ts";
import { adjustment, INCOME } from "../pages/income.ts";
import { CLAIMS, MUTUAL_AID, under23 } from "../pages/insurance.ts";
import { ADDRESS, LEAVING, NAME, STATUS } from "../pages/self.ts";
import { spouse, SPOUSE_INCOME, spousePerson } from "../pages/spouse.ts";
import { DC, employers, loan } from "./fields.ts";
import { lenient } from "./lenient.ts";
import { CONTRACT_LISTS, FAMILY_LISTS, JOB_LISTS } from "./lists.ts";

/** Some fields of a part of 収集情報, under one heading. Their names begin with `id`. */
export interface StaffSection {
  id: string;
  title: string;
  fields: Fields<Collected>;
}

/** A part of 収集情報 as staff see and edit it: everything, whatever the answers lead to. */
export interface StaffPart {
  sections: StaffSection[];
  lists: readonly ItemList[];
}

type Draft = [id: string, title: string, fields: Fields<Collected>];

function sectionsOf(part: CollectedPart, asking: Asking): Draft[] {
  const { collected, relations } = asking;
  const people = peopleOf(collected);
  switch (part) {
    case "self":
      return [
        ["leaving", "退職予定", inSection("self", LEAVING)],
        ["name", "氏名・生年月日", inSection("self", NAME)],
        ["address", "住所・世帯主", inSection("self", ADDRESS)],
        ["status", "障害者・寡婦・ひとり親・勤労学生", inSection("self", STATUS)],
        ["income", "収入・所得", inSection("income", INCOME)],
        ["adjustment", "所得金額調整控除", inSection("income", adjustment(people))],
      ];
    case "spouse":
      return [["spouse", "配偶者", inSection("spouse", spouse(spousePerson(relations), SPOUSE_INCOME))]];
    case "family":
      return [];
    case "insurance":
      return [
        ["claims", "保険料控除の申告", inSection("insurance", CLAIMS)],
        ["under23", "23歳未満の扶養親族がいる場合の特例", inSection("insurance", under23(people))],
        ["mutual_aid", "小規模企業共済等掛金", inSection("insurance", MUTUAL_AID)],
        ["dc", "企業型確定拠出年金", DC],
      ];
    case "housing_loan":
      return [["loan", "住宅借入金等特別控除", loan(collected)]];
    case "previous_job":
      return [["employers", "ほかの勤務先", employers()]];
  }
}

const LISTS: Partial<Record<CollectedPart, readonly ItemList[]>> = {
  family: FAMILY_LISTS,
  insurance: CONTRACT_LISTS,
  previous_job: JOB_LISTS,
};

/** What has to be there at any time. */
const ALWAYS = /^name\.(lastName|firstName)$|^spouse\.person\.(lastName|firstName|relation)$/;
/** What has to be there besides when it is edited before the request: 世帯主の氏名・続柄, 来年の収入 (reference/screens.md §4.6). */
const BEFORE_REQUEST = /^address\..*\.(head|relation)$|^income\.nextYear\.total$/;

/** @param asked false: the 依頼 is 未依頼 */
export function staffPart(part: CollectedPart, asking: Asking, asked: boolean): StaffPart {
  const requires = (name: string) => ALWAYS.test(name) || (!asked && BEFORE_REQUEST.test(name));
  const sections = sectionsOf(part, asking).map(([id, title, fields]) => {
    const inside = at<Collected, Collected>(id, (value) => value, (_, next) => next, [fields]);
    return { id, title, fields: lenient(inside, requires) };
  });
  return { sections, lists: LISTS[part] ?? [] };
}

/** All fields of a part together. */
export function fieldsOfPart({ sections }: StaffPart): Fields<Collected> {
  return all<Collected>(...sections.map(({ fields }) => fields));
}
