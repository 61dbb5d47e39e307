import { type Context, HttpError } from "fresh";
import { thrown } from "../domain/log.ts";
import { Refusal, Unavailable } from "../domain/errors.ts";
import { DatabaseLocked, isDiskFull } from "../kv/commit.ts";
import { DatabaseUnreachable } from "../kv/unreachable.ts";
import { explain, type ReasonCode, type ReasonParams } from "../domain/reasons.ts";
import { log } from "./log.ts";
import type { State } from "./state.ts";

/** What went wrong with a request, ready to be shown as a page or as JSON. */
export interface Problem {
  status: number;
  /** Name for scripts; stays the same when the texts change. */
  code: ReasonCode;
  /** 事象・原因・対処 in Japanese. */
  event: string;
  cause: string;
  remedy: string;
  /** The job that it is about, such as the one that stands in the way; null: none. */
  job: string | null;
  headers: Record<string, string>;
}

/** What has to be known of a request to explain its failure. */
export interface FailedRequest {
  method: string;
  /** The pattern that matched, or null. Logged instead of the address, which may hold a one-time token. */
  route: string | null;
  tenant?: string;
}

/** What the log is told of a request that failed. */
export function failedRequest(
  { req, route, state }: Pick<Context<State>, "req" | "route" | "state">,
): FailedRequest {
  return { method: req.method, route, tenant: state.tenant?.id };
}

/**
 * What a thrown value means to the person who asked: the only place that decides it. What we do not know gets a
 * number, which stands in the log beside the stack, and no other detail. Handlers refuse with `Refusal("not_found")`,
 * so that an HttpError 404 where a route matched is the framework's word for a method that the route lacks.
 */
export function problemOf(error: unknown, request: FailedRequest): Problem {
  if (error instanceof Refusal) return refused(error);
  if (error instanceof Unavailable) return unavailable(error);
  if (error instanceof DatabaseLocked) return problem("database_locked", {}, RETRY_SOON);
  if (isDiskFull(error)) return diskFull(request);
  if (error instanceof DatabaseUnreachable) return problem("database_unreachable", {}, RETRY_SOON);
  if (error instanceof HttpError && error.status < 500) return httpProblem(error.status, request);
  const number = crypto.randomUUID().slice(0, 8);
  log("error", "a request failed", { ...request, number, error: thrown(error) });
  return problem("unknown", { number });
}

/** Whoever runs the server has to hear of it: only they can make room. */
function diskFull(request: FailedRequest): Problem {
  log("error", "there is no room on the disk", { ...request });
  return problem("disk_full", {}, RETRY_SOON);
}

const RETRY_SOON = { "retry-after": "10" };

/** The problem behind a refusal, for a page that shows it in its form; null for anything else. */
export function refusalOf(error: unknown): Problem | null {
  return error instanceof Refusal ? refused(error) : null;
}

/** The JSON of a problem (design §7), with `job` where it is about one. */
export function problemJson({ code, event, cause, remedy, job }: Problem) {
  const error = { code, message: sentence(event) + sentence(cause), remedy: sentence(remedy) };
  return { error: job === null ? error : { ...error, job } };
}

function problem(code: ReasonCode, params?: ReasonParams, headers: Record<string, string> = {}): Problem {
  return { code, ...explain(code, params), job: null, headers };
}

function refused({ code, params }: Refusal): Problem {
  const job = typeof params.job === "string" ? params.job : null;
  return { ...problem(code, params, headersOf(code, params)), job };
}

/** What the status of a refusal asks for beside the text (RFC 9110 §10.2.3, §14.4). */
function headersOf(code: ReasonCode, params: ReasonParams): Record<string, string> {
  if (code === "range_not_satisfiable") return { "content-range": `bytes */${params.size}` };
  const minutes = code === "too_many_attempts" ? Number(params.minutes) : NaN;
  return Number.isFinite(minutes) ? { "retry-after": `${minutes * 60}` } : {};
}

function unavailable({ code, retryAfterMs }: Unavailable): Problem {
  const headers = retryAfterMs === null ? undefined : { "retry-after": `${Math.ceil(retryAfterMs / 1000)}` };
  return { ...problem(code, {}, headers), status: 503 };
}

const BY_STATUS: Partial<Record<number, ReasonCode>> = {
  401: "not_signed_in",
  403: "forbidden",
  404: "not_found",
};

function httpProblem(status: number, { method, route }: FailedRequest): Problem {
  if (status === 405) return problem("method_not_allowed");
  if (status === 404 && route !== null) {
    return problem("method_not_allowed", {}, { allow: otherMethods(method) });
  }
  const code = BY_STATUS[status];
  return code ? problem(code) : { ...problem("bad_request", { what: `HTTP ${status}` }), status };
}

/** Routes of this app read, take a form, or both: what lacks the one has the other. */
function otherMethods(method: string): string {
  if (method === "GET" || method === "HEAD") return "POST";
  return method === "POST" ? "GET, HEAD" : "GET, HEAD, POST";
}

function sentence(text: string): string {
  return text === "" || text.endsWith("。") ? text : `${text}。`;
}
