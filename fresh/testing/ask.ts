import type { App } from "../app.ts";

/** Asks `app` for `path` as a client at http://localhost would. */
export function ask<State>(app: App<State>, path: string, init?: RequestInit): Promise<Response> {
  return app.handler()(new Request(new URL(path, "http://localhost"), init));
}

/** The body of the answer. */
export async function bodyOf<State>(app: App<State>, path: string, init?: RequestInit): Promise<string> {
  return await (await ask(app, path, init)).text();
}

/** Status and body of the answer. */
export async function answerOf<State>(
  app: App<State>,
  path: string,
  init?: RequestInit,
): Promise<[number, string]> {
  const response = await ask(app, path, init);
  return [response.status, await response.text()];
}

/** Runs `test` and returns what it logged as errors instead of showing it. */
export async function loggedErrors(test: () => unknown): Promise<unknown[]> {
  const original = console.error;
  const seen: unknown[] = [];
  console.error = (first: unknown) => void seen.push(first);
  try {
    await test();
  } finally {
    console.error = original;
  }
  return seen;
}
