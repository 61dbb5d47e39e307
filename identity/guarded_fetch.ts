import { Buffer } from "node:buffer";
import { lookup as resolve, type LookupAddress } from "node:dns";
import {
  type ClientRequest,
  type IncomingMessage,
  request as overHttp,
  type RequestOptions,
} from "node:http";
import { request as overHttps } from "node:https";
import { isPrivateHost, type IssuerRules, mayAsk } from "../domain/issuer_address.ts";
import { isPublicAddress } from "../domain/public_address.ts";

/** An answer of a provider is a page of JSON; a longer one is somebody else's. */
const MAX_BYTES = 512 * 1024;
/** Nobody waits longer before the sign-in page. */
const TIMEOUT_MS = 8_000;

/** A provider could not be asked, or may not be. The message says why in words of ours; the cause may name addresses. */
export class ProviderUnreachable extends Error {
  override readonly name = "ProviderUnreachable";
}

/** What is asked: the part of `fetch` that openid-client uses. */
export interface GuardedRequest {
  method: string;
  headers: Record<string, string>;
  body?: string | null;
  signal?: AbortSignal;
}

export type Resolve = typeof resolve;
/** `fetch` as openid-client calls it. */
export type GuardedFetch = (address: string, asked: GuardedRequest) => Promise<Response>;

/**
 * A `fetch` for addresses that a company's administrator, or a provider that they named, brought up: https to public
 * addresses only. The address that a name resolves to is checked where the connection is made, so that a second
 * answer of the DNS changes nothing. Redirections are not followed. Throws ProviderUnreachable.
 */
export function guardedFetch(rules: IssuerRules, dns: Resolve = resolve): GuardedFetch {
  return async (address, asked) => {
    const url = URL.parse(address);
    if (!url || !mayAsk(url, rules)) throw new ProviderUnreachable("this address may not be asked");
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const signal = asked.signal ? AbortSignal.any([asked.signal, timeout]) : timeout;
    try {
      return await send(url, { ...asked, signal }, isPrivateHost(url, rules) ? dns : publicOnly(dns));
    } catch (cause) {
      if (cause instanceof ProviderUnreachable) throw cause;
      throw new ProviderUnreachable("no answer", { cause });
    }
  };
}

/** A look-up that answers public addresses only; one that is not spoils the name. */
function publicOnly(dns: Resolve): RequestOptions["lookup"] {
  return (hostname, options, done) => {
    dns(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new Error("no address"), "", 4);
      if (!found.every(({ address }) => isPublicAddress(address))) {
        return done(new ProviderUnreachable("the name leads into a private network"), "", 4);
      }
      if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}

function send(
  url: URL,
  { method, headers, body, signal }: GuardedRequest,
  lookup: RequestOptions["lookup"],
): Promise<Response> {
  const bytes = body ? Buffer.from(String(body)) : null;
  const length = bytes ? { "content-length": String(bytes.length) } : {};
  const options = { method, headers: { ...headers, ...length }, lookup, signal, agent: false as const };
  return new Promise((done, fail) => {
    const sent: ClientRequest = (url.protocol === "https:" ? overHttps : overHttp)(url, options, (answer) => {
      readAll(answer).then((read) => responseOf(answer, read)).then(done, fail);
    });
    sent.on("error", fail);
    sent.on("upgrade", (_answer, socket) => {
      socket.destroy();
      fail(new ProviderUnreachable("it wants another protocol"));
    });
    sent.end(bytes ?? undefined);
  });
}

async function readAll(answer: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new ProviderUnreachable("the answer is too long");
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** An outage of the provider; what it says of a request of ours is 400 or 401 (RFC 6749 §5.2). */
const OUTAGE = 500;

/** Statuses that carry no body may not be given an empty one. */
const BODILESS = new Set([204, 205, 304]);

function responseOf({ statusCode = 502, headers }: IncomingMessage, body: Uint8Array<ArrayBuffer>): Response {
  if (statusCode >= OUTAGE) throw new ProviderUnreachable(`it answered ${statusCode}`);
  const kept = new Headers();
  for (const name of ["content-type", "cache-control", "age", "www-authenticate"] as const) {
    const value = headers[name];
    if (typeof value === "string") kept.set(name, value);
  }
  return new Response(BODILESS.has(statusCode) ? null : body, { status: statusCode, headers: kept });
}
