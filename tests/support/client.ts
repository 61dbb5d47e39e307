import { strictEqual } from "node:assert/strict";
import type { JobDetailView, JobListView } from "../../jobs/view.ts";
import type { App } from "./app.ts";

/** The password of every sample account. */
export const PASSWORD = "nencho-sample";

/** A script that is signed in as somebody: asks for JSON, follows no redirect. */
export interface Client {
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** GETs JSON and expects 200. */
  json<T>(path: string): Promise<T>;
  job(id: string): Promise<JobDetailView>;
  /** The newest 50 jobs that this person sees. */
  jobs(): Promise<JobListView>;
  /** The groups by name. */
  group(name: string): Promise<string>;
  /** The `Cookie` header, for requests that something else sends. */
  readonly cookie: string;
}

// One pool of connections; a tenant is named by the host, and nothing resolves other.localhost everywhere.
const http = Deno.createHttpClient({ allowHost: true });

/** Somebody who is not signed in, at `host` (without port). */
export function stranger(app: App, host = "localhost", cookie = ""): Client {
  const send = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set("host", `${host}:${app.port}`);
    if (!headers.has("accept")) headers.set("accept", "application/json");
    if (cookie !== "") headers.set("cookie", cookie);
    const request: RequestInit & { client: Deno.HttpClient } = {
      ...init,
      headers,
      redirect: "manual",
      client: http,
    };
    return fetch(new URL(path, app.origin), request);
  };
  return clientOver(send, cookie);
}

/** A client whose requests go through `send`. */
export function clientOver(send: Client["fetch"], cookie: string): Client {
  async function json<T>(path: string): Promise<T> {
    const response = await send(path);
    const text = await response.text();
    strictEqual(response.status, 200, `${path}: ${text}`);
    return JSON.parse(text);
  }
  return {
    fetch: send,
    json,
    cookie,
    job: (id) => json(`/background-jobs/${id}`),
    jobs: () => json("/background-jobs"),
    async group(name) {
      const groups = await json<{ id: string; name: string }[]>("/groups");
      const group = groups.find((one) => one.name === name);
      if (!group) throw new Error(`no group ${name}`);
      return group.id;
    },
  };
}

const signedIn = new WeakMap<App, Map<string, Promise<Client>>>();

/**
 * Somebody who is signed in by e-mail address, or by a name of the sample company such as `admin`. The session is
 * kept: a password takes long to check.
 */
export function signIn(app: App, who: string, host = "localhost"): Promise<Client> {
  const known = signedIn.get(app) ?? new Map<string, Promise<Client>>();
  signedIn.set(app, known);
  const at = `${who} ${host}`;
  const client = known.get(at) ?? newSession(app, who, host);
  known.set(at, client);
  return client;
}

/** Signs in anew. */
export async function newSession(app: App, who: string, host = "localhost"): Promise<Client> {
  const email = who.includes("@") ? who : `${who}@sample.example`;
  const answer = await stranger(app, host).fetch("/login", {
    method: "POST",
    body: new URLSearchParams({ email, password: PASSWORD }),
  });
  strictEqual(answer.status, 200, await answer.text());
  const cookie = answer.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
  return stranger(app, host, cookie);
}
