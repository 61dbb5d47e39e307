import { isRefused } from "../../domain/request_acts/acted.ts";
import { reviewOf } from "../../domain/request_acts/documents.ts";
import type { ReviewAct } from "../../domain/request_acts/page_reviews.ts";
import { cancelReturn, check, doubleCheck, sendBack } from "../../domain/request_acts/reviewing.ts";
import type { Request, Reviewed } from "../../domain/request.ts";

/** A button of ［書類をチェック］. */
export interface ReviewAction {
  act: ReviewAct;
  label: string;
  main: boolean;
}

/** What can be done with a document or 前職情報 now, in the order of its buttons, and whether it can be sent back. */
export function reviewActions(
  request: Request,
  of: Reviewed,
): { actions: ReviewAction[]; mayReturn: boolean } {
  const status = reviewOf(request, of)!.status;
  const open = !isRefused(check(request, of, 0));
  const actions: (ReviewAction & { on: boolean })[] = [
    { act: "check", label: "チェック済みにする", main: true, on: open && status !== "checked" },
    {
      act: "double_check",
      label: "ダブルチェック待ちにする",
      main: false,
      on: status === "waiting" && !isRefused(doubleCheck(request, of, 0)),
    },
    {
      act: "undo",
      label: "ダブルチェック待ちを取り消す",
      main: false,
      on: open && status === "double_waiting",
    },
    { act: "undo", label: "チェック済みを取り消す", main: false, on: open && status === "checked" },
    {
      act: "cancel_return",
      label: "差し戻しを取り消す",
      main: false,
      on: !isRefused(cancelReturn(request, of)),
    },
  ];
  return {
    actions: actions.filter(({ on }) => on).map(({ act, label, main }) => ({ act, label, main })),
    mayReturn: !isRefused(sendBack(request, of, [], "", 0)),
  };
}
