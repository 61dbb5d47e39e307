import { MOST_JOBS } from "../../declaration/previous_job.ts";
import { horizontal } from "../list.ts";
import { PREVIOUS_JOBS } from "../previous_jobs.ts";
import { EMPLOYEE } from "../row.ts";
import { EMPLOYEE_HEADERS } from "./employee.ts";

/** 前職情報: 2.7. */
export const PREVIOUS_JOB = [
  ...EMPLOYEE_HEADERS,
  "前職情報:支払金額の合計",
  "前職情報:源泉徴収税額の合計",
  "前職情報:社会保険料等の金額の合計",
  "前職情報:小規模企業共済等の額の合計",
  "前職情報:源泉徴収票の提出状況（総合）",
  "前職情報{n}:最終給与支給日",
  "前職情報{n}:源泉徴収票",
  "前職情報{n}:退職年月日",
  "前職情報{n}:支払金額",
  "前職情報{n}:源泉徴収税額",
  "前職情報{n}:社会保険料等の金額",
  "前職情報{n}:小規模企業共済等の額",
  "前職情報{n}:支払者の郵便番号",
  "前職情報{n}:支払者の住所又は所在地",
  "前職情報{n}:支払者の氏名又は名称",
  "前職情報{n}:支払者の電話番号",
] as const;

/** 前職情報: a row an employee, who has had one or not. */
export const previousJobInfo = horizontal(PREVIOUS_JOB, { ...EMPLOYEE, ...PREVIOUS_JOBS }, {
  "前職情報": MOST_JOBS,
});
