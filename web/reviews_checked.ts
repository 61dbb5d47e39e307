import type { Context } from "fresh";
import { reviewRow } from "../components/reviews/review_row.ts";
import { fullName } from "../domain/employee.ts";
import { Refusal } from "../domain/errors.ts";
import { isAsked } from "../domain/perform.ts";
import { inRange } from "../domain/permission.ts";
import { explain } from "../domain/reasons.ts";
import { reviewOf } from "../domain/request_acts/documents.ts";
import { checkWaiting } from "../domain/request_acts/page_reviews.ts";
import { REVIEWED_LABELS } from "../domain/request.ts";
import { type ReviewKey, reviewWord } from "../domain/reviews.ts";
import { PAGE_SIZE } from "../kv/member_pages.ts";
import type { ReviewOfMember } from "../kv/review_pages.ts";
import type { GroupScreen } from "./group_page.ts";
import { choiceIn, pageOfChoice, type ReviewChoice } from "./review_choice.ts";
import type { State } from "./state.ts";

/** The question before ticked rows are set チェック済み; `rows` null: they are more than a page. */
export interface CheckQuestion {
  view: ReviewChoice["view"];
  rows: { id: string; name: string; code: string; checkable: boolean }[] | null;
  returnTo: string;
}

/** A row that stayed as it was, and why. */
export interface LeftReview {
  id: string;
  code: string;
  name: string;
  label: string;
  /** 原因。対処。 */
  reason: string;
}

/** The question that an address asks, of what is there and seen. */
export async function readCheckQuestion(ctx: Context<State>, screen: GroupScreen): Promise<CheckQuestion> {
  const choice = choiceIn(ctx.url, screen.group.id);
  const found = choice.rows === null
    ? await allOnOnePage(ctx, screen, choice)
    : await readReviews(screen, choice.rows);
  return {
    view: choice.view,
    rows: found && found.map(({ member, of }) => reviewRow(member, of, { list: choice.list })),
    returnTo: choice.list,
  };
}

async function allOnOnePage(ctx: Context<State>, screen: GroupScreen, choice: ReviewChoice) {
  const pages = ctx.state.services.memberPages(ctx.state.tenant);
  const { rows, next } = await pageOfChoice(pages, screen, choice, ctx.req.signal);
  return next === null ? rows : null;
}

/** The rows that are there and in the person's range. */
async function readReviews(
  { stores, group, range }: GroupScreen,
  keys: readonly ReviewKey[],
): Promise<ReviewOfMember[]> {
  const members = await Promise.all(keys.map(({ id }) => stores.members.byId(id)));
  return keys.flatMap(({ of }, i) => {
    const member = members[i];
    if (!isAsked(member) || member.employee.groupId !== group.id) return [];
    if (!range || !inRange(range, member.employee) || !reviewOf(member.request, of)) return [];
    return [{ member, of }];
  });
}

/**
 * Sets rows チェック済み; answers how many, and those that stayed. Refuses `bad_request` for none, and for more than a page.
 */
export async function checkReviews(
  { services, tenant }: State,
  screen: GroupScreen,
  keys: readonly ReviewKey[],
): Promise<{ checked: number; left: LeftReview[] }> {
  if (keys.length === 0 || keys.length > PAGE_SIZE) throw new Refusal("bad_request", { what: "選択した行" });
  const { stores, group, user, range } = screen;
  const refused = await services.requestChanges(tenant).reviewMany(group, user, {
    rows: keys,
    act: checkWaiting,
    sees: (employee) => range !== null && inRange(range, employee),
  });
  // Who is not there, or not seen, is named by nothing.
  const named = new Map((await readReviews({ ...screen, stores }, keys)).map((row) => [wordOf(row), row]));
  const left = keys.flatMap((key, i): LeftReview[] => {
    const why = refused[i];
    if (!why) return [];
    const { cause, remedy } = explain(why.refuse, why.params);
    const employee = named.get(reviewWord(key))?.member.employee;
    return [{
      id: reviewWord(key),
      code: employee?.code ?? "",
      name: employee ? fullName(employee) : "-",
      label: REVIEWED_LABELS[key.of],
      reason: `${cause}。${remedy}。`,
    }];
  });
  return { checked: keys.length - left.length, left };
}

function wordOf({ member, of }: ReviewOfMember): string {
  return reviewWord({ id: member.employee.id, of });
}
