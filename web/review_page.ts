import type { Context } from "fresh";
import type { ReviewPageProps } from "../components/reviews/ReviewPage.tsx";
import { PAGES_OF, requestAddress } from "../components/requests/addresses.ts";
import { viewAddress } from "../components/requests/views.ts";
import { checkAddress, pdfAddress, returnAddressOf } from "../components/reviews/addresses.ts";
import { reviewActions } from "../components/reviews/review_actions.ts";
import { versionOf } from "../domain/answering/draft.ts";
import { PARTS_OF } from "../domain/correction.ts";
import { type Collected, collectedOf } from "../domain/declaration/collected.ts";
import type { Picture } from "../domain/declaration/picture.ts";
import type { Proof } from "../domain/document_settings.ts";
import { fullName } from "../domain/employee.ts";
import { Refusal } from "../domain/errors.ts";
import { contextFor, formYearOf } from "../domain/forms/form_year.ts";
import { boxesOf, type Part } from "../domain/forms/mod.ts";
import { previousJobPart } from "../domain/forms/previous_job.ts";
import { reviewOf } from "../domain/request_acts/documents.ts";
import { isRefused } from "../domain/request_acts/acted.ts";
import { saveCollected } from "../domain/request_acts/answering.ts";
import { REVIEWED, type Reviewed, REVIEWED_LABELS } from "../domain/request.ts";
import { type Walk, walkIn, walkQuery } from "../domain/review_walk.ts";
import { type ReviewKey, viewOf } from "../domain/reviews.ts";
import type { Member, Stores } from "../domain/stores.ts";
import type { Problem } from "./problems.ts";
import { openRequest, type RequestScreen } from "./request_page.ts";
import { walkPlace } from "./review_walk.ts";
import { safePath } from "./safe_path.ts";
import type { State } from "./state.ts";

/** What the pages of one document, or of 前職情報, start with. */
export interface ReviewScreen extends RequestScreen {
  key: ReviewKey;
}

/** The document, or 前職情報, that the address names. Refuses as `openRequest`, and `not_found` where it is 未作成. */
export async function openReview(ctx: Context<State>): Promise<ReviewScreen> {
  const screen = await openRequest(ctx, "review");
  const of = REVIEWED.find((one) => one === ctx.params.document);
  if (!of || !reviewOf(screen.member.request, of)) throw new Refusal("not_found");
  return { ...screen, key: { id: screen.member.employee.id, of } };
}

/** The walk in an address of this page; without a list it leads back to the group's own. */
export function walkAt(url: URL, { group, key }: Pick<ReviewScreen, "group" | "key">): Walk {
  const list = safePath(url.searchParams.get("list"), viewAddress(group.id, viewOf(key.of)));
  return walkIn(url.searchParams, list);
}

/** Everything that ［書類をチェック］ shows. `problem`: why an act was refused. */
export async function readReview(
  { tenant, url }: { tenant: State["tenant"]; url: URL },
  screen: ReviewScreen,
  problem: Problem | null = null,
): Promise<ReviewPageProps> {
  const { stores, group, member, key } = screen;
  const { employee, request } = member;
  const [collected] = await collectedOf(stores, [member]);
  const walk = walkAt(url, screen);
  const home = requestAddress(group.id, key.id);
  const { title, parts } = await contentOf(tenant.year, screen, collected!);
  const [part] = PARTS_OF[key.of];
  return {
    of: key.of,
    title,
    parts,
    person: { name: fullName(employee), code: employee.code, department: employee.department ?? "" },
    home,
    list: walk.list,
    action: `${checkAddress(group.id, key)}${walkQuery(walk)}&${SHOWN}=${await versionOf(collected!)}`,
    returnPage: returnAddressOf(group.id, key),
    status: request.status,
    review: reviewOf(request, key.of)!,
    pictures: picturesFor(key.of, collected!),
    corrections: request.corrections.filter(({ from }) => from === key.of),
    ...reviewActions(request, key.of),
    ticked: [...PARTS_OF[key.of]],
    pdf: pdfAddress(group.id, key),
    edit: isRefused(saveCollected(request, { documents: [], previousJob: false }, 0))
      ? null
      : PAGES_OF.edit(home, part!),
    walk: walkPlace(group.id, walk, key),
    stays: walk.stays,
    problem,
  };
}

/** In the address that a form goes to: tells what was shown from any other 収集情報. */
const SHOWN = "shown";

/** Refuses `review_moved` to check what was not shown: 収集情報 changed since the page of this address was. */
export async function requireShown(url: URL, stores: Stores, member: Member): Promise<void> {
  const shown = url.searchParams.get(SHOWN);
  if (shown === null) return;
  const [collected] = await collectedOf(stores, [member]);
  if (shown !== await versionOf(collected!)) throw new Refusal("review_moved");
}

async function contentOf(
  year: number,
  { stores, member: { employee }, key: { of } }: ReviewScreen,
  collected: Collected,
): Promise<{ title: string; parts: Part[] }> {
  if (of === "previous_job") {
    return {
      title: REVIEWED_LABELS.previous_job,
      parts: [previousJobPart(collected.declaration.previousJob.jobs)],
    };
  }
  return boxesOf(of, collected, contextFor(await formYearOf(stores, year), employee));
}

/** The proofs that belong to each document. */
const PROOFS_OF: Record<Reviewed, readonly Proof[]> = {
  this_year_dependants: ["disability", "working_student", "abroad"],
  next_year_dependants: ["disability", "working_student", "abroad"],
  basic_spouse_adjustment: ["disability", "abroad"],
  insurance: ["insurance"],
  housing_loan: ["housing_loan"],
  previous_job: ["withholding_slip"],
};

/** Pictures that prove what a document says, of its year where they are of one. */
function picturesFor(of: Reviewed, { declaration: { pictures } }: Collected): Picture[] {
  const other = of === "next_year_dependants" ? "this" : "next";
  return pictures.filter(({ kind, year }) => PROOFS_OF[of].includes(kind) && year !== other);
}
