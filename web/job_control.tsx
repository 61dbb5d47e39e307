import type { Context } from "fresh";
import { ulid } from "ulid";
import { cancelSpec, type ControlSpec, rerunSpec } from "../components/jobs/control_spec.ts";
import { ControlPage } from "../components/jobs/ControlPage.tsx";
import { Refusal } from "../domain/errors.ts";
import type { User } from "../domain/user.ts";
import type { JobDetail } from "../jobs/service.ts";
import { failedRequest, type Problem, problemOf } from "./problems.ts";
import type { State } from "./state.ts";

/** What is done with a job from its page. */
export type Control = "cancel" | "rerun";

/**
 * The page that asks before 中断 or 再実行 (browsers without JavaScript). Throws Refusal when it could not be done:
 * job_ended, still_running, not_rerunnable, input_gone, forbidden, job_not_found.
 */
export async function askFirst(ctx: Context<State>, user: User, control: Control): Promise<Response> {
  const detail = await detailOf(ctx, user);
  return await render(ctx, detail, offered(control, detail));
}

/** Does `work`; what it refuses a person reads above the question, which can be answered again. */
export async function orAskAgain(
  ctx: Context<State>,
  user: User,
  control: Control,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (ctx.state.json || !(error instanceof Refusal)) throw error;
    // Whoever may not see the job gets that refusal instead, as everywhere.
    const detail = await detailOf(ctx, user);
    const problem = problemOf(error, failedRequest(ctx));
    return await render(ctx, detail, specOf(control, detail), problem);
  }
}

function detailOf({ state, params }: Context<State>, user: User): Promise<JobDetail> {
  return state.services.jobs.detail({ tenant: state.tenant, user }, params.id ?? "");
}

function offered(control: Control, detail: JobDetail): ControlSpec {
  const { job, result, control: may } = detail;
  if (result === null) throw new Refusal("forbidden");
  const running = job.status === "running";
  if (control === "cancel" && !may.cancel) throw new Refusal("job_ended", { job: job.id });
  if (control === "rerun" && running) throw new Refusal("still_running", { job: job.id });
  if (control === "rerun" && !may.rerun) throw new Refusal("not_rerunnable");
  if (control === "rerun" && may.rerun?.unavailable) throw new Refusal("input_gone");
  return specOf(control, detail);
}

/** Of an operation that cannot be run again now: why, the page says. */
const PLAIN = { confirm: false, password: false };

function specOf(control: Control, { job, control: may }: JobDetail): ControlSpec {
  return control === "cancel" ? cancelSpec(job) : rerunSpec(job, may.rerun ?? PLAIN);
}

function render(
  ctx: Context<State>,
  { job }: JobDetail,
  spec: ControlSpec,
  problem?: Problem,
): Response | Promise<Response> {
  const { status = 200, headers } = problem ?? {};
  const page = <ControlPage job={job} spec={spec} operationKey={ulid()} problem={problem} />;
  return ctx.render(page, { status, headers });
}
