import type { Collected } from "../declaration/collected.ts";
import { withSection } from "../declaration/declaration.ts";
import { MOST_PEOPLE, MOST_SHARED, type Person, type SharedPerson } from "../declaration/person.ts";
import { MOST_JOBS, type PreviousJob } from "../declaration/previous_job.ts";
import { fullName } from "../employee.ts";
import type { Contract } from "../insurance.ts";
import { CONTRACT_SOURCE_LABELS, divisionLabel, yen } from "../insurance_labels.ts";
import { limitBroken } from "../insurance_rules.ts";
import { type ItemList, itemList, type ItemSpec } from "./item_list.ts";
import { contract, type ContractList, isOfList, newContract } from "./pages/contracts.ts";
import { newShared, relative, shared } from "./pages/family.ts";
import { newPerson } from "./pages/person.ts";
import { JOB, newJob } from "./pages/previous_job.ts";

/** What the list of 前職情報 is made of. */
export const JOBS_SPEC: ItemSpec<PreviousJob> = {
  id: "jobs",
  label: "前職の情報",
  question: 15,
  items: ({ declaration }) => declaration.previousJob.jobs,
  put: (collected, jobs) =>
    inDeclaration(collected, "previousJob", { ...collected.declaration.previousJob, jobs }),
  blank: newJob,
  fields: () => JOB,
  title: ({ name }) => name,
  detail: ({ leftOn, paid }) => `退職日 ${dateText(leftOn)}　支払金額 ${yen(paid)}`,
  isFull: ({ declaration }) => declaration.previousJob.jobs.length >= MOST_JOBS,
};
/** 前職情報. */
export const JOBS: ItemList = itemList(JOBS_SPEC);

/** What the list of relatives is made of. */
export const PEOPLE_SPEC: ItemSpec<Person> = {
  id: "people",
  label: "家族",
  question: 53,
  items: ({ declaration }) => declaration.family.people,
  put: (collected, people) => inDeclaration(collected, "family", { ...collected.declaration.family, people }),
  blank: newPerson,
  fields: ({ relations }) => relative(relations),
  title: fullName,
  detail: personText,
  isFull: ({ declaration }) => declaration.family.people.length >= MOST_PEOPLE,
};
/** The relatives. */
export const PEOPLE: ItemList = itemList(PEOPLE_SPEC);

/** What the list of relatives whom others support is made of. */
export const SHARED_SPEC: ItemSpec<SharedPerson> = {
  id: "shared",
  label: "ほかの人の扶養に入っている家族",
  question: 65,
  items: ({ declaration }) => declaration.family.shared,
  put: (collected, others) =>
    inDeclaration(collected, "family", { ...collected.declaration.family, shared: others }),
  blank: newShared,
  fields: ({ relations }) => shared(relations),
  title: fullName,
  detail: personText,
  isFull: ({ declaration }) => declaration.family.shared.length >= MOST_SHARED,
};
/** 他の所得者が控除を受ける扶養親族等. */
export const SHARED: ItemList = itemList(SHARED_SPEC);

/** The contracts of one kind; one that the company entered and closed is read only. */
export function contracts(list: ContractList, label: string, question: number): ItemList {
  return itemList(contractSpec(list, label, question));
}

/** What a list of contracts is made of. */
export function contractSpec(list: ContractList, label: string, question: number): ItemSpec<Contract> {
  return {
    id: list,
    label,
    question,
    items: ({ insurance }) => insurance.contracts.filter((one) => isOfList(list, one)),
    put: ({ insurance, ...collected }, next) => ({
      ...collected,
      insurance: { ...insurance, contracts: replaced(list, insurance.contracts, next) },
    }),
    blank: (id) => newContract(id, list),
    fields: () => contract(list),
    title: ({ company }) => company === "" ? "（名称なし）" : company,
    detail: (one) =>
      [one.type, divisionLabel(one), yen(one.amount), CONTRACT_SOURCE_LABELS[one.source]]
        .filter((text) => text !== "").join("　"),
    editable: ({ editable }) => editable,
    isFull: ({ insurance }) => limitBroken(insurance.contracts, [newContract("", list)]) !== null,
  };
}

/** The contracts with those of the list replaced, each in its place and new ones at the end. */
function replaced(list: ContractList, all: readonly Contract[], next: readonly Contract[]): Contract[] {
  const byId = new Map(next.map((one) => [one.id, one]));
  const kept = all.flatMap((one) => {
    if (!isOfList(list, one)) return [one];
    const still = byId.get(one.id);
    return still ? [still] : [];
  });
  const known = new Set(kept.map(({ id }) => id));
  return [...kept, ...next.filter(({ id }) => !known.has(id))];
}

function personText({ relation, birthOn }: Pick<Person, "relation" | "birthOn">): string {
  return `${relation.name}　${dateText(birthOn)}生まれ`;
}

function dateText(date: string | null): string {
  return date?.replaceAll("-", "/") ?? "-";
}

function inDeclaration<S extends "previousJob" | "family">(
  collected: Collected,
  section: S,
  content: Collected["declaration"][S],
): Collected {
  return { ...collected, declaration: withSection(collected.declaration, section, content) };
}
