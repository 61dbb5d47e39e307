import { createHash } from "node:crypto";
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** Who is signed in at the provider, as its claims say. */
export type Person = { sub: string; email?: string; email_verified?: unknown };

/** A request that the provider got. */
export interface Seen {
  path: string;
  authorization: string | null;
  form: URLSearchParams;
}

/** An identity provider on loopback: the code flow with PKCE, as strict as a real one, and able to lie. */
export interface OidcProvider extends AsyncDisposable {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly seen: Seen[];
  /** Who is signed in there; null: it answers `access_denied`. */
  person: Person | null;
  /** Changes the claims of the next ID tokens. */
  claims(given: JWTPayload): JWTPayload;
  /** Makes the ID token out of the claims. */
  sign(claims: JWTPayload): Promise<string>;
  /** Changes what the provider says of itself. */
  metadata(given: Record<string, unknown>): Record<string, unknown>;
  /** What userinfo answers; null: the provider has none. */
  userinfo: (() => unknown) | null;
  /** Changes the address that the browser is sent back to. */
  back(address: URL): URL;
  /** True: the person presses a button first. */
  asks: boolean;
  /** Answers instead of an endpoint. */
  instead(path: string): Response | null;
  /** Signs with a key that is not published. */
  signForeign(claims: JWTPayload): Promise<string>;
  /** Everything back to what a good provider does, with this person. */
  reset(person?: Person): void;
}

interface Grant {
  person: Person;
  nonce: string | null;
  challenge: string | null;
  redirectUri: string;
}

const CLIENT_ID = "nencho";
const CLIENT_SECRET = "client-secret-that-nobody-sees";
export const HANAKO: Person = { sub: "hanako-1", email: "admin@kaisha.example", email_verified: true };

/** Starts the provider on a free port. @param now its clock (ms) */
export async function serveProvider(now: () => number = Date.now): Promise<OidcProvider> {
  const [own, foreign] = await Promise.all([generateKeyPair("ES256"), generateKeyPair("ES256")]);
  const jwk = { ...await exportJWK(own.publicKey), kid: "one", use: "sig", alg: "ES256" };
  const grants = new Map<string, Grant>();
  let issuer = "";

  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, answer);
  issuer = `http://localhost:${(server.addr as Deno.NetAddr).port}/op/`;

  const signed = (key: CryptoKey) => (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid: "one" }).sign(key);

  const provider: OidcProvider = {
    get issuer() {
      return issuer;
    },
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    seen: [],
    person: HANAKO,
    claims: (given) => given,
    sign: signed(own.privateKey),
    metadata: (given) => given,
    userinfo: null,
    back: (address) => address,
    asks: false,
    instead: () => null,
    signForeign: signed(foreign.privateKey),
    reset(person = HANAKO) {
      Object.assign(provider, {
        person,
        claims: (given: JWTPayload) => given,
        sign: signed(own.privateKey),
        metadata: (given: Record<string, unknown>) => given,
        userinfo: null,
        back: (address: URL) => address,
        asks: false,
        instead: () => null,
      });
      provider.seen.length = 0;
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };

  async function answer(req: Request): Promise<Response> {
    const url = new URL(req.url);
    const path = url.pathname.replace(/^\/op/, "");
    const form = req.method === "POST" ? new URLSearchParams(await req.text()) : url.searchParams;
    provider.seen.push({ path, authorization: req.headers.get("authorization"), form });
    const instead = provider.instead(path);
    if (instead) return instead;
    if (path === "/.well-known/openid-configuration") return Response.json(provider.metadata(described()));
    if (path === "/keys") return Response.json({ keys: [jwk] });
    if (path === "/authorize") return authorize(form);
    if (path === "/token") return await token(form, req.headers.get("authorization"));
    if (path === "/userinfo" && provider.userinfo) return Response.json(provider.userinfo());
    return new Response(null, { status: 404 });
  }

  function described() {
    return {
      issuer,
      authorization_endpoint: `${issuer}authorize`,
      token_endpoint: `${issuer}token`,
      jwks_uri: `${issuer}keys`,
      ...(provider.userinfo ? { userinfo_endpoint: `${issuer}userinfo` } : {}),
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["ES256"],
      code_challenge_methods_supported: ["S256"],
      authorization_response_iss_parameter_supported: true,
    };
  }

  function authorize(form: URLSearchParams): Response {
    if (form.get("client_id") !== CLIENT_ID) return new Response("unknown client", { status: 400 });
    const redirectUri = form.get("redirect_uri") ?? "";
    const address = new URL(redirectUri);
    address.searchParams.set("state", form.get("state") ?? "");
    address.searchParams.set("iss", issuer);
    if (!provider.person) address.searchParams.set("error", "access_denied");
    else {
      const code = crypto.randomUUID();
      const [nonce, challenge] = [form.get("nonce"), form.get("code_challenge")];
      grants.set(code, { person: provider.person, nonce, challenge, redirectUri });
      address.searchParams.set("code", code);
    }
    const back = provider.back(address).href;
    if (!provider.asks) return new Response(null, { status: 302, headers: { location: back } });
    const html = `<!doctype html><title>ID</title><a href="${back.replaceAll("&", "&amp;")}">続ける</a>`;
    return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
  }

  async function token(form: URLSearchParams, authorization: string | null): Promise<Response> {
    const refuse = (error: string, status = 400) => Response.json({ error }, { status });
    if (!isClient(form, authorization)) return refuse("invalid_client", 401);
    const grant = grants.get(form.get("code") ?? "");
    grants.delete(form.get("code") ?? "");
    const challenge = createHash("sha256").update(form.get("code_verifier") ?? "").digest("base64url");
    if (!grant || grant.redirectUri !== form.get("redirect_uri") || grant.challenge !== challenge) {
      return refuse("invalid_grant");
    }
    const at = Math.floor(now() / 1000);
    const { person, nonce } = grant;
    const claims = {
      iss: issuer,
      aud: CLIENT_ID,
      iat: at,
      exp: at + 300,
      ...(nonce ? { nonce } : {}),
      ...person,
    };
    const id_token = await provider.sign(provider.claims(claims));
    return Response.json({ access_token: "access", token_type: "Bearer", expires_in: 300, id_token });
  }

  return provider;
}

/** RFC 6749 §2.3.1: in the header, form-encoded, or in the form. */
function isClient(form: URLSearchParams, authorization: string | null): boolean {
  const basic = atob(authorization?.replace(/^Basic /, "") ?? "").split(":");
  const [id, secret] = authorization === null
    ? [form.get("client_id"), form.get("client_secret")]
    : basic.map((part) => new URLSearchParams(`x=${part}`).get("x"));
  return id === CLIENT_ID && secret === CLIENT_SECRET;
}

/** A browser's way through the provider: the address that it is sent back to. */
export async function visit(address: string): Promise<URL> {
  const answer = await fetch(address, { redirect: "manual" });
  await answer.body?.cancel();
  return new URL(answer.headers.get("location") ?? "about:blank");
}
