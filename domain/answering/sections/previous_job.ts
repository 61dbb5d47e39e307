import { JOBS } from "../lists.ts";
import { type AnswerPage, type Asking, inSection } from "../page.ts";
import { EMPLOYERS, handsInSlip, LEFT } from "../pages/previous_job.ts";
import { page, reads, staying } from "./page_of.ts";

/** 前職: 設問6–16 and 52. */
export const PREVIOUS_JOB_PAGES: AnswerPage[] = [
  page({
    id: "employers",
    section: "previousJob",
    title: "ほかの勤務先",
    question: 6,
    applies: staying,
    fields: () => inSection("previousJob", EMPLOYERS),
  }),
  page({
    id: "left",
    section: "previousJob",
    title: "今年退職した勤務先",
    question: 11,
    applies: hasLeft,
    fields: () => inSection("previousJob", LEFT),
  }),
  page({
    id: "jobs",
    section: "previousJob",
    title: "前職の源泉徴収票",
    question: 15,
    applies: (asking) => hasLeft(asking) && handsInSlip(asking.collected.declaration.previousJob),
    fields: () => reads(16, "ほかにも今年のうちに退職した勤務先があるときは、それぞれ追加してください。"),
    lists: [JOBS],
  }),
];

/** 設問11 is for who had another employer, and hands 扶養控除等申告書 in here. */
function hasLeft({ collected, ...asking }: Asking): boolean {
  const { previousJob } = collected.declaration;
  return staying({ collected, ...asking }) && previousJob.otherEmployer === true &&
    previousJob.submitsHere !== false;
}
