import { explain, type Reason, type ReasonCode } from "../domain/reasons.ts";

/** What a sign-in through a provider may have failed of; an address can name nothing else. */
const CODES = [
  "identity_expired",
  "identity_denied",
  "identity_invalid",
  "identity_unreachable",
  "identity_unverified",
  "identity_unknown",
  "identity_other",
  "client_secret_unopened",
] as const satisfies readonly ReasonCode[];
type SignInProblem = typeof CODES[number];

/** True for a refusal that the sign-in page explains. */
export function isSignInProblem(code: string): code is SignInProblem {
  return (CODES as readonly string[]).includes(code);
}

/**
 * The sign-in page that explains a failure: the code and the state of the provider's answer leave the address bar and
 * the history.
 */
export function problemAddress(code: SignInProblem, returnTo: string): string {
  const params = new URLSearchParams({ problem: code });
  if (returnTo !== "/") params.set("return_to", returnTo);
  return `/login?${params}`;
}

/** What the sign-in page has to explain: the address names it, the words are ours; null: nothing. */
export function problemIn(url: URL): Reason | null {
  const code = url.searchParams.get("problem") ?? "";
  return isSignInProblem(code) ? explain(code) : null;
}
