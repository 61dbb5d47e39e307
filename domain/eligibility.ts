import { EXCLUDED_EMPLOYMENT, type MasterEmployee } from "./employee.ts";

/** What keeps a person of the master out of the adjustment (reference/imports.md §1.1, §2.7). */
export type Unfit =
  /** 社員番号 is missing. */
  | { why: "no_code" }
  /** 退職済, or past the 退職年月日. */
  | { why: "retired" }
  /** 業務委託 or 派遣社員. */
  | { why: "employment_excluded" }
  /** アカウントが未設定. */
  | { why: "account_missing" }
  /** Something that the documents need is not registered; its Japanese names. */
  | { why: "incomplete"; fields: string[] };

type Candidate = Omit<MasterEmployee, "profile" | "code"> & { code: string | null };

/**
 * Why a person cannot be taken in on the day `today` (YYYY-MM-DD in Tokyo), or null. 雇用形態 may be blank; the day of
 * 退職 itself still counts.
 */
export function unfitness(person: Candidate, today: string): Unfit | null {
  if (!person.code) return { why: "no_code" };
  const left = person.resignedOn !== null && person.resignedOn < today;
  if (person.status === "retired" || left) return { why: "retired" };
  if (EXCLUDED_EMPLOYMENT.some((preset) => preset === person.employmentPreset)) {
    return { why: "employment_excluded" };
  }
  if (!person.account) return { why: "account_missing" };
  const fields = missingFields(person);
  return fields.length > 0 ? { why: "incomplete", fields } : null;
}

function missingFields(person: Candidate): string[] {
  const needed: [string, unknown][] = [
    ["姓名", person.lastName && person.firstName],
    ["姓名のヨミガナ", person.lastNameKana && person.firstNameKana],
    ["生年月日", person.birthOn],
    ["性別", person.gender],
    ["住所", person.address],
  ];
  return needed.filter(([, value]) => !value).map(([name]) => name);
}
