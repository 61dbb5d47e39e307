import { fullName } from "./employee.ts";
import type { GroupTally } from "./group.ts";
import { DOCUMENT_KINDS, type DocumentKind, type Exclusion, EXCLUSIONS } from "./request.ts";
import { type Request, REQUEST_STATUSES, type RequestStatus } from "./request.ts";
import { documentsRollUp, previousJobRollUp, ROLL_UPS, type RollUp } from "./roll_up.ts";
import type { Member } from "./stores.ts";

/** What a list of members is narrowed to. An empty list or text: not narrowed. */
export interface MemberFilter {
  /** Part of 社員番号, 氏名 or カナ. */
  text: string;
  statuses: RequestStatus[];
  /** 部署; "" stands for people without one. */
  departments: string[];
  /** 雇用形態; "" stands for people without one. */
  employmentTypes: string[];
  exclusions: Exclusion[];
  /** 作成書類: one of these documents exists. */
  created: DocumentKind[];
  /** 書類の作成状況. */
  documents: RollUp[];
  /** 前職情報の作成状況. */
  previousJobs: RollUp[];
}

/** Names of the filter's fields in addresses and forms. */
export const FILTER_FIELDS = {
  text: "q",
  statuses: "status",
  departments: "department",
  employmentTypes: "employment",
  exclusions: "exclusion",
  created: "created",
  documents: "documents",
  previousJobs: "previous_job",
} as const;

/** Longer searches are cut: nobody's name is as long. */
const MAX_TEXT = 100;
/** More values of one field than any menu offers are cut. */
const MAX_VALUES = 200;

/** The fields of an address or a form. */
interface Fields {
  get(name: string): unknown;
  getAll(name: string): unknown[];
}

/** The values that the menus of a field offer, where they are always the same. */
const OFFERED = {
  statuses: REQUEST_STATUSES,
  exclusions: EXCLUSIONS,
  created: DOCUMENT_KINDS,
  documents: ROLL_UPS,
  previousJobs: ROLL_UPS,
} as const;

/**
 * False when `memberFilterOf` leaves something of these fields out: then it lets more people pass than was meant, which
 * a list may show and no act may take.
 */
export function isWhollyRead(fields: Fields): boolean {
  const { text, ...names } = FILTER_FIELDS;
  const offered = (key: string): readonly unknown[] | undefined => OFFERED[key as keyof typeof OFFERED];
  return [fields.get(text) ?? ""].every((value) =>
    typeof value === "string" && value.trim().length <= MAX_TEXT
  ) &&
    Object.entries(names).every(([key, name]) => {
      const values = fields.getAll(name);
      return values.length <= MAX_VALUES &&
        values.every((value) => value === "" || (offered(key)?.includes(value) ?? true));
    });
}

/** The filter in the fields of an address or a form; what is unknown is left out. */
export function memberFilterOf(fields: Fields): MemberFilter {
  const texts = (name: string) =>
    fields.getAll(name).filter((value) => typeof value === "string").slice(0, MAX_VALUES);
  const oneOf = <T extends string>(known: readonly T[], name: string) =>
    known.filter((value) => texts(name).includes(value));
  const text = fields.get(FILTER_FIELDS.text);
  return {
    text: typeof text === "string" ? text.trim().slice(0, MAX_TEXT) : "",
    statuses: oneOf(REQUEST_STATUSES, FILTER_FIELDS.statuses),
    departments: texts(FILTER_FIELDS.departments),
    employmentTypes: texts(FILTER_FIELDS.employmentTypes),
    exclusions: oneOf(EXCLUSIONS, FILTER_FIELDS.exclusions),
    created: oneOf(DOCUMENT_KINDS, FILTER_FIELDS.created),
    documents: oneOf(ROLL_UPS, FILTER_FIELDS.documents),
    previousJobs: oneOf(ROLL_UPS, FILTER_FIELDS.previousJobs),
  };
}

/** True when the filter lets everybody pass. */
export function isUnfiltered(filter: MemberFilter): boolean {
  return Object.values(filter).every((value) => value.length === 0);
}

/** How many of a group's members match, where its counts tell it: without conditions, or with 依頼状況 alone. */
export function countMatching(tally: GroupTally, filter: MemberFilter): number | null {
  if (isUnfiltered(filter)) return tally.employees;
  if (!isUnfiltered({ ...filter, statuses: [] })) return null;
  return filter.statuses.reduce((sum, status) => sum + (tally.byStatus[status] ?? 0), 0);
}

/** The test of a filter, made once and asked for each member. People without a 依頼 meet no condition on it. */
export function memberTest(filter: MemberFilter): (member: Member) => boolean {
  const wanted = searchable(filter.text);
  const tests: ((member: Member) => boolean)[] = [];
  const add = (on: boolean, test: (member: Member) => boolean) => on && tests.push(test);
  const addRequest = (values: readonly string[], test: (request: Request) => boolean) =>
    add(values.length > 0, ({ request }) => request !== null && test(request));
  add(
    filter.departments.length > 0,
    ({ employee }) => filter.departments.includes(employee.department ?? ""),
  );
  add(
    filter.employmentTypes.length > 0,
    ({ employee }) => filter.employmentTypes.includes(employee.employmentType ?? ""),
  );
  addRequest(filter.statuses, (request) => filter.statuses.includes(request.status));
  addRequest(filter.exclusions, (r) => r.exclusion !== null && filter.exclusions.includes(r.exclusion));
  addRequest(filter.created, (request) => filter.created.some((kind) => request.documents[kind]));
  addRequest(filter.documents, (request) => filter.documents.includes(documentsRollUp(request)));
  addRequest(filter.previousJobs, (request) => filter.previousJobs.includes(previousJobRollUp(request)));
  // Last, because it costs most.
  add(wanted !== "", ({ employee }) => matchesText(employee, wanted));
  return (member) => tests.every((test) => test(member));
}

function matchesText(employee: Member["employee"], wanted: string): boolean {
  const kana = employee.lastNameKana + employee.firstNameKana;
  return [employee.code, fullName(employee), kana].some((text) => searchable(text).includes(wanted));
}

/** Width, case, spaces and the kind of kana do not tell names apart. */
function searchable(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s/g, "")
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}
