import { ACCEPTING } from "./reasons/accepting.ts";
import { ACTS } from "./reasons/acts.ts";
import { ANSWERING } from "./reasons/answering.ts";
import { ATTACHMENTS } from "./reasons/attachments.ts";
import { DAT } from "./reasons/dat.ts";
import { DOWNLOADS } from "./reasons/downloads.ts";
import { GROUPS } from "./reasons/groups.ts";
import { HINTS } from "./reasons/hints.ts";
import { INSURANCE } from "./reasons/insurance.ts";
import { JOBS } from "./reasons/jobs.ts";
import { MY_NUMBERS } from "./reasons/my_numbers.ts";
import { PERMISSIONS } from "./reasons/permissions.ts";
import type { Reason, ReasonParams } from "./reasons/reason.ts";
import { REQUEST_DETAILS } from "./reasons/request_details.ts";
import { REQUEST_ROWS } from "./reasons/request_rows.ts";
import { REQUESTS } from "./reasons/requests.ts";
import { ROWS } from "./reasons/rows.ts";
import { SIGN_IN } from "./reasons/sign_in.ts";
import { SOURCES } from "./reasons/sources.ts";
import { SYNCS } from "./reasons/syncs.ts";
import { TAX } from "./reasons/tax.ts";

export type { Reason, ReasonParams } from "./reasons/reason.ts";

/**
 * Every refusal of the product: HTTP status and Japanese text in one place. Stored errors hold code and parameters
 * only; codes are never renamed.
 */
const CATALOGUE = {
  ...REQUESTS,
  ...ACTS,
  ...REQUEST_DETAILS,
  ...ANSWERING,
  ...ACCEPTING,
  ...JOBS,
  ...ATTACHMENTS,
  ...ROWS,
  ...REQUEST_ROWS,
  ...DAT,
  ...DOWNLOADS,
  ...GROUPS,
  ...HINTS,
  ...INSURANCE,
  ...MY_NUMBERS,
  ...PERMISSIONS,
  ...SIGN_IN,
  ...SOURCES,
  ...SYNCS,
  ...TAX,
};

export type ReasonCode = keyof typeof CATALOGUE;

/** Every code of the catalogue. */
export const REASON_CODES = Object.keys(CATALOGUE) as ReasonCode[];

/** The reason behind `code` with its parameters filled in. */
export function explain(code: ReasonCode, params: ReasonParams = {}): Reason {
  const { status, event, cause, remedy } = CATALOGUE[code];
  return { status, event: fill(event, params), cause: fill(cause, params), remedy: fill(remedy, params) };
}

/** What many rows have in common: the cause behind `code` without the brackets that hold parameters, or its own words. */
export function commonCause(code: ReasonCode): string {
  const reason: Reason = CATALOGUE[code];
  return reason.common ?? fill(withoutBrackets(reason.cause), {});
}

/** What can be said of `code` where its parameters are not known: the cause, or what happened where the cause needs them. */
export function causeOrEvent(code: ReasonCode): string {
  const { event, cause, common }: Reason = CATALOGUE[code];
  const said = common ?? withoutBrackets(cause);
  return said.includes("{") ? event : said;
}

function withoutBrackets(cause: string): string {
  return cause.replace(/（[^（）]*\{\w+\}[^（）]*）/g, "");
}

/** True for a code of the catalogue: stored codes of other versions may not be. */
export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(CATALOGUE, code);
}

function fill(template: string, params: ReasonParams): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
}
