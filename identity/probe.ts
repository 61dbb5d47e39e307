import {
  type Configuration,
  genericGrantRequest,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";
import { z } from "zod";
import { Refusal } from "../domain/errors.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import type { ProviderConnection, ProviderProbe } from "../domain/sign_in_settings.ts";
import { discovered, type Wire } from "./configuration.ts";
import { isAnswer, isUnreachable } from "./problems.ts";

/** What a provider says of a client that it does not know, or whose secret is wrong (RFC 6749 §5.2). */
const CLIENT_ERRORS = new Set(["invalid_client", "unauthorized_client"]);

/** A JWK set (RFC 7517 §5) that has something in it. */
const keysSchema = z.object({ keys: z.array(z.looseObject({})).min(1) });

/** Tries what a sign-in will ask, and stops at the first thing that is wrong. Nobody signs in, nothing is stored. */
export async function probe(
  wire: Wire,
  connection: ProviderConnection,
  redirectUri: string,
): Promise<ProviderProbe[]> {
  const probes: ProviderProbe[] = [];
  let config: Configuration | undefined;
  const questions: [string, ReasonCode, () => Promise<string>][] = [
    ["発行者", "issuer_invalid", async () => {
      config = await discovered(wire, connection);
      return config.serverMetadata().issuer;
    }],
    ["認可コードフロー", "issuer_invalid", () => Promise.resolve(flowOf(config!))],
    ["署名の公開鍵", "issuer_keys", () => keysOf(wire, config!)],
    ["クライアント", "client_refused", () => clientOf(config!, redirectUri)],
  ];
  for (const [what, otherwise, ask] of questions) {
    try {
      probes.push({ what, found: await ask(), problem: null });
    } catch (error) {
      probes.push({ what, found: null, problem: problemOf(error, otherwise) });
      break;
    }
  }
  return probes;
}

function problemOf(error: unknown, otherwise: ReasonCode): ProviderProbe["problem"] {
  if (error instanceof Refusal) return { code: error.code, params: error.params };
  if (isUnreachable(error)) return { code: "issuer_unreachable", params: {} };
  if (!isAnswer(error) && !(error instanceof SyntaxError)) throw error;
  return { code: otherwise, params: {} };
}

function flowOf(config: Configuration): string {
  const as = config.serverMetadata();
  const lacks = (what: string) => new Refusal("issuer_lacks", { what });
  if (!as.authorization_endpoint || !as.token_endpoint) throw lacks("認可コードフロー");
  if (as.response_types_supported && !as.response_types_supported.includes("code")) {
    throw lacks("認可コードフロー");
  }
  const methods = as.code_challenge_methods_supported;
  if (methods && !methods.includes("S256")) throw lacks("PKCE（S256）");
  return methods ? "PKCE（S256）に対応" : "PKCEへの対応は公開されていません";
}

async function keysOf({ fetch }: Wire, config: Configuration): Promise<string> {
  const { jwks_uri } = config.serverMetadata();
  if (!jwks_uri) throw new Refusal("issuer_keys");
  const answer = await fetch(jwks_uri, { method: "GET", headers: { accept: "application/json" } });
  const read = keysSchema.safeParse(answer.ok ? await answer.json() : null);
  if (!read.success) throw new Refusal("issuer_keys");
  return `${read.data.keys.length}件`;
}

/** A code that never was one: a provider looks at the client first (RFC 6749 §4.1.3). */
async function clientOf(config: Configuration, redirectUri: string): Promise<string> {
  const parameters = {
    code: "connection-test",
    redirect_uri: redirectUri,
    code_verifier: "connection-test".repeat(4),
  };
  try {
    await genericGrantRequest(config, "authorization_code", parameters);
  } catch (error) {
    if (error instanceof WWWAuthenticateChallengeError) throw new Refusal("client_refused");
    if (!(error instanceof ResponseBodyError)) throw error;
    if (CLIENT_ERRORS.has(error.error)) throw new Refusal("client_refused");
    if (error.error === "invalid_grant") return "受け付けられました";
  }
  return "ここでは確認できません。実際にサインインして確認してください";
}
