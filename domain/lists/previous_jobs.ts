import { type PreviousJob, SLIP_LABELS, SLIPS } from "../declaration/previous_job.ts";
import { type Cell, type Columns, day, type Reader } from "./row.ts";

const each = (cell: (job: PreviousJob) => Cell): Reader => ({ declaration }) =>
  declaration.previousJob.jobs.map(cell);
const sum =
  (amount: (job: PreviousJob) => number | null): Reader => ({ declaration: { previousJob: { jobs } } }) =>
    jobs.length === 0 ? null : jobs.reduce((total, job) => total + (amount(job) ?? 0), 0);

/** 前職情報. */
export const PREVIOUS_JOBS: Columns = {
  "前職情報:支払金額の合計": sum(({ paid }) => paid),
  "前職情報:源泉徴収税額の合計": sum(({ withheld }) => withheld),
  "前職情報:社会保険料等の金額の合計": sum(({ socialInsurance }) => socialInsurance),
  "前職情報:小規模企業共済等の額の合計": sum(({ mutualAid }) => mutualAid),
  "前職情報:源泉徴収票の提出状況（総合）": ({ declaration: { previousJob: { jobs } } }) => slipOfAll(jobs),
  "前職情報{n}:最終給与支給日": each(({ lastPaidOn }) => day(lastPaidOn)),
  "前職情報{n}:源泉徴収票": each(({ slip }) => slip && SLIP_LABELS[slip]),
  "前職情報{n}:退職年月日": each(({ leftOn }) => day(leftOn)),
  "前職情報{n}:支払金額": each(({ paid }) => paid),
  "前職情報{n}:源泉徴収税額": each(({ withheld }) => withheld),
  "前職情報{n}:社会保険料等の金額": each(({ socialInsurance }) => socialInsurance),
  "前職情報{n}:小規模企業共済等の額": each(({ mutualAid }) => mutualAid),
  "前職情報{n}:支払者の郵便番号": each(({ zip }) => zip),
  "前職情報{n}:支払者の住所又は所在地": each(({ address }) => address),
  "前職情報{n}:支払者の氏名又は名称": each(({ name }) => name),
  "前職情報{n}:支払者の電話番号": each(({ phone }) => phone),
};

/** The gravest of several; 提出済み only when all are. */
function slipOfAll(jobs: readonly PreviousJob[]): Cell {
  const gravest = SLIPS.find((slip) => jobs.some((job) => job.slip === slip));
  if (!gravest || (gravest === "handed_in" && jobs.some(({ slip }) => slip === null))) return null;
  return SLIP_LABELS[gravest];
}
