import { explain, type ReasonCode, type ReasonParams } from "../domain/reasons.ts";
import type { HistoryAct } from "../domain/history.ts";
import type { Request, Reviewed } from "../domain/request.ts";
import { type Acted, type Done, isRefused, type Refused } from "../domain/request_acts/acted.ts";
import { backToWaiting, check, deleteDocument, doubleCheck } from "../domain/request_acts/reviewing.ts";
import type { Row } from "./input.ts";

/** The columns of row 35 with a 確認状況 (operations.md, "Headers not public"), and what each is of. */
export const REVIEW_COLUMNS: readonly { name: string; of: Reviewed }[] = [
  { name: "今年のマルフ", of: "this_year_dependants" },
  { name: "来年のマルフ", of: "next_year_dependants" },
  { name: "基配所", of: "basic_spouse_adjustment" },
  { name: "保険料控除申告書", of: "insurance" },
  { name: "住宅借入金等控除申告書", of: "housing_loan" },
  { name: "前職情報", of: "previous_job" },
];

/** The words under which cells are counted, by value (reference/screens.md §7.1). */
const COUNTS = { "1": "checked", "2": "double_waiting", "3": "waiting", "99": "deleted" } as const;
type Code = keyof typeof COUNTS;
export type CellCount = typeof COUNTS[Code];

/** A cell that is not blank. */
export interface ReviewCell {
  column: string;
  of: Reviewed;
  /** As written, in half width, without spaces around it. */
  text: string;
}

/** The cells of a row that say something, in the order of the columns. */
export function reviewCells(cells: Row["cells"]): ReviewCell[] {
  return REVIEW_COLUMNS.flatMap(({ name, of }) => {
    const text = (cells[name] ?? "").normalize("NFKC").trim();
    return text === "" ? [] : [{ column: name, of, text }];
  });
}

/** What the cells of a row make of a 依頼: all of them, or nothing and why. */
export function changeReviews(
  request: Request,
  cells: readonly ReviewCell[],
  { mayDelete, at }: { mayDelete: boolean; at: number },
): { done: Done; counts: CellCount[] } | Refused {
  const problems: Problem[] = [];
  const history: HistoryAct[] = [];
  const counts: CellCount[] = [];
  let next = request;
  for (const cell of cells) {
    const acted = actOf(next, cell, mayDelete, at);
    if ("problem" in acted) problems.push(acted.problem);
    else {
      next = acted.done.request;
      history.push(...acted.done.history);
      counts.push(acted.count);
    }
  }
  return problems.length > 0 ? refusalOf(problems) : { done: { request: next, history }, counts };
}

/** Why a cell cannot be done. `item`: what the reason says of it; null where it is about the whole 依頼. */
interface Problem {
  code: ReasonCode;
  params: ReasonParams;
  item: string | null;
}

type CellDone = { done: Done; count: CellCount } | { problem: Problem };

function actOf(request: Request, cell: ReviewCell, mayDelete: boolean, at: number): CellDone {
  const { text, of, column } = cell;
  if (!isCode(text)) return problem("cell_invalid", column);
  if (text === "99" && !mayDelete) return problem("cell_admin_only", column);
  // 前職情報 is never deleted (reference/screens.md §7.1): asked for in so many words, it is refused rather than left out.
  if (text === "99" && of === "previous_job") return problem("cell_previous_job", column);
  const acted = act(request, of, text, at);
  return isRefused(acted) ? refused(acted, cell) : { done: acted, count: COUNTS[text] };
}

function isCode(text: string): text is Code {
  return Object.hasOwn(COUNTS, text);
}

function act(request: Request, of: Reviewed, code: Code, at: number): Acted {
  if (code === "1") return check(request, of, at);
  if (code === "2") return doubleCheck(request, of, at);
  if (code === "3" || of === "previous_job") return backToWaiting(request, of);
  return deleteDocument(request, of);
}

function problem(code: ReasonCode, item: string): CellDone {
  return { problem: { code, params: {}, item } };
}

/** What the machine refuses, in the words of the file. */
function refused({ refuse, params }: Refused, { column }: ReviewCell): CellDone {
  if (refuse === "review_missing") return problem("cell_missing", column);
  if (refuse === "review_status") return problem("cell_status", `${column}：${params.review}`);
  return { problem: { code: refuse, params, item: null } };
}

/** One reason where all cells have the same, else all of them. */
function refusalOf(problems: readonly Problem[]): Refused {
  const reasons = [...Map.groupBy(problems, ({ code }) => code)].map(([refuse, some]): Refused => {
    const items = some.flatMap(({ item }) => item ?? []).join("、");
    return { refuse, params: items === "" ? some[0]!.params : { items } };
  });
  if (reasons.length === 1) return reasons[0]!;
  const told = reasons.map(({ refuse, params }) => explain(refuse, params));
  const causes = told.map(({ cause }) => cause).join("。");
  const remedies = [...new Set(told.map(({ remedy }) => remedy))].join("。");
  return { refuse: "cell_several", params: { causes, remedies } };
}
