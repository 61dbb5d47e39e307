import type { Contract } from "../../insurance.ts";
import { all, type Fields } from "../fields/fields.ts";
import { type ItemList, itemList, type ItemSpec } from "../item_list.ts";
import { contractSpec, JOBS_SPEC, PEOPLE_SPEC, SHARED_SPEC } from "../lists.ts";
import { type ContractList, newContract } from "../pages/contracts.ts";
import { EDITABLE } from "./fields.ts";
import { lenient, type Requires } from "./lenient.ts";

/** A list whose entries staff may leave open in part. */
function staffList<T extends { id: string }>(spec: ItemSpec<T>, requires: Requires): ItemList {
  return itemList({ ...spec, fields: (asking) => lenient(spec.fields(asking), requires) });
}

const PERSON = new Set(["lastName", "firstName", "relation"]);

/** The relatives, and those whom others support. */
export const FAMILY_LISTS: readonly ItemList[] = [
  staffList(PEOPLE_SPEC, (name) => PERSON.has(name)),
  staffList(SHARED_SPEC, (name) => PERSON.has(name)),
];

/** 前職情報, of which a 源泉徴収票 says everything. */
export const JOB_LISTS: readonly ItemList[] = [
  staffList(JOBS_SPEC, (name) => name === "name" || name === "paid"),
];

/** The contracts of one kind: staff change those too that the company closed to the employee. */
function contracts(list: ContractList, label: string, question: number): ItemList {
  const spec = contractSpec(list, label, question);
  const fields = (asking: Parameters<typeof spec.fields>[0]): Fields<Contract> =>
    all<Contract>(spec.fields(asking), EDITABLE);
  return staffList<Contract>({
    ...spec,
    blank: (id) => ({ ...newContract(id, list), source: "staff" }),
    editable: () => true,
    fields,
  }, (name) => name === "company" || name === "editable");
}

/** Contracts, in the order of the questionnaire. */
export const CONTRACT_LISTS: readonly ItemList[] = [
  contracts("life", "一般の生命保険", 92),
  contracts("care", "介護医療保険", 93),
  contracts("pension", "個人年金保険", 94),
  contracts("earthquake", "地震保険・旧長期損害保険", 98),
  contracts("national_pension", "国民年金・国民年金基金", 103),
  contracts("health_and_care", "健康保険料・介護保険料など", 105),
];
