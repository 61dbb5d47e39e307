import type { Context } from "fresh";
import { ulid } from "ulid";
import { choicesIn } from "../components/operation/choices.ts";
import { OperationPage } from "../components/operation/OperationPage.tsx";
import { withForecasts } from "../components/requests/forecast_text.ts";
import { Refusal } from "../domain/errors.ts";
import type { User } from "../domain/user.ts";
import { visibleRange } from "../domain/visible_range.ts";
import { optionsOf, SELECTION_FIELDS } from "../jobs/options.ts";
import { findOperation } from "../jobs/registry.ts";
import type { Accepted, MenuItem, Submission } from "../jobs/service.ts";
import { withAccepted } from "./accepted.ts";
import { requireUser } from "./guards.ts";
import { startable } from "./menu_item.ts";
import { failedRequest, problemOf } from "./problems.ts";
import { forecastsOf, LIMITS } from "./request_forecast.ts";
import { safePath } from "./safe_path.ts";
import type { State } from "./state.ts";
import { withSubmission } from "./submission.ts";

/**
 * `POST /background-jobs`: accepts an operation. A script gets 202 and the job; a person goes back to the page the
 * form came from, or sees the form again with the reason.
 */
export async function startOperation(ctx: Context<State>): Promise<Response> {
  const user = requireUser(ctx);
  const { maxUploadBytes } = ctx.state.services.config;
  return await withSubmission(ctx.req, maxUploadBytes, (submission) => accept(ctx, user, submission));
}

async function accept(ctx: Context<State>, user: User, submission: Submission): Promise<Response> {
  try {
    const { tenant, services } = ctx.state;
    return acceptedResponse(ctx, submission, await services.jobs.accept({ tenant, user }, submission));
  } catch (error) {
    const form = ctx.state.json ? null : await formAgain(ctx, submission, user, error);
    if (form === null) throw error;
    return form;
  }
}

function acceptedResponse(ctx: Context<State>, { fields }: Submission, { id, title }: Accepted): Response {
  if (ctx.state.json) {
    return Response.json({ id, title }, { status: 202, headers: { location: `/background-jobs/${id}` } });
  }
  return new Response(null, { status: 303, headers: { location: withAccepted(returnTo(fields), id) } });
}

/** The operation's page with the reason, its fields kept; null where this person has no such page. */
async function formAgain(
  ctx: Context<State>,
  submission: Submission,
  user: User,
  error: unknown,
): Promise<Response | null> {
  if (!(error instanceof Refusal)) return null;
  const operation = await startable(ctx.state, user, submission.operation, submission.group);
  if (operation === null) return null;
  const problem = problemOf(error, failedRequest(ctx));
  const { status, headers } = problem;
  return await ctx.render(
    <OperationPage
      group={operation.group}
      item={await withNumbers(ctx, user, operation.item, submission)}
      operationKey={ulid()}
      returnTo={safePath(returnTo(submission.fields))}
      chosen={choicesIn(submission.fields)}
      extra={operation.item.selection ? selectionIn(submission.fields) : []}
      problem={problem}
    />,
    { status, headers },
  );
}

/** The question with the numbers that it was asked with, where it is one about chosen 依頼 that are still to be found. */
async function withNumbers(
  { state: { services, tenant }, req }: Context<State>,
  user: User,
  item: MenuItem,
  submission: Submission,
): Promise<MenuItem> {
  const operation = findOperation(item.kind);
  if (!operation?.requestAct || submission.group === null) return item;
  const stores = services.stores(tenant);
  const group = await stores.groups.get(submission.group);
  if (!group) return item;
  try {
    const selection = optionsOf({ selection: true }, submission.fields);
    const screen = { user, stores, group, range: await visibleRange(stores, user) };
    const question = { operation, selection, limit: LIMITS.page, signal: req.signal };
    return withForecasts(item, await forecastsOf(screen, question));
  } catch (error) {
    // The choice of people is what was refused.
    if (error instanceof Refusal) return item;
    throw error;
  }
}

function returnTo(fields: Submission["fields"]): string | undefined {
  return fields.find(([name]) => name === "return_to")?.[1];
}

/** The fields that name the chosen people: they travel with the form that is shown again. */
function selectionIn(fields: Submission["fields"]): Submission["fields"] {
  const names: readonly string[] = ["ids", "all", ...SELECTION_FIELDS];
  return fields.filter(([name]) => names.includes(name));
}
