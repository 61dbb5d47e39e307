import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";
import { Refusal } from "../domain/errors.ts";
import { ProviderUnreachable } from "./guarded_fetch.ts";

/** What a provider says when the person, or whoever rules over it, does not want the sign-in (OIDC Core §3.1.2.6). */
const DENIED = new Set([
  "access_denied",
  "account_selection_required",
  "consent_required",
  "interaction_required",
  "login_required",
]);

/** What a token endpoint may answer (RFC 6749 §5.2). */
const ERRORS = new Set([
  "invalid_client",
  "invalid_grant",
  "invalid_request",
  "invalid_scope",
  "unauthorized_client",
  "unsupported_grant_type",
]);

/** True when no answer came at all, however deep the library packed it. */
export function isUnreachable(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof ProviderUnreachable || at.name === "TimeoutError") return true;
  }
  return false;
}

/**
 * What a failed sign-in means to the person: a Refusal, or the error itself where it is a bug of ours. `why` is for the
 * log: codes, and no word that the provider chose, since anybody can put words into a callback's address.
 */
export function signInProblem(error: unknown): unknown {
  // What the connection test says in words for administrators.
  if (error instanceof Refusal) {
    return error.code.startsWith("issuer_") ? invalid(error.code) : error;
  }
  if (isUnreachable(error)) return new Refusal("identity_unreachable", { why: whyUnreachable(error) });
  if (error instanceof AuthorizationResponseError) {
    return DENIED.has(error.error) ? new Refusal("identity_denied") : invalid(codeOf(error));
  }
  // A code that was used already, or is too old: another try gets a new one.
  if (error instanceof ResponseBodyError && error.error === "invalid_grant") {
    return new Refusal("identity_expired");
  }
  return isAnswer(error) ? invalid(codeOf(error)) : error;
}

function invalid(why: string): Refusal {
  return new Refusal("identity_invalid", { why });
}

/** The library's name for what was wrong, and the error of RFC 6749 §5.2 that the provider answered. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "no code";
  return error instanceof ResponseBodyError && ERRORS.has(error.error) ? `${code} ${error.error}` : code;
}

function whyUnreachable(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof ProviderUnreachable) return at.message;
  }
  return "no answer in time";
}

/** True for an error about what the provider answered, or said of itself. */
export function isAnswer(error: unknown): boolean {
  const known = [ClientError, ResponseBodyError, WWWAuthenticateChallengeError];
  if (known.some((type) => error instanceof type)) return true;
  // What the library beneath throws is not always packed.
  return error instanceof Error && "code" in error && String(error.code).startsWith("OAUTH_");
}
