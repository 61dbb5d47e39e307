import { equal } from "node:assert/strict";
import { App, csrf, type CsrfOptions } from "fresh";
import { ask } from "../testing/ask.ts";

type State = Record<string, never>;
const OWN = "http://localhost";
const OTHER = "https://evil.example";

async function statusOf(method: string, headers: Record<string, string>, options?: CsrfOptions<State>) {
  const app = new App<State>().use(csrf(options)).all("/", (ctx) => ctx.text("ok"));
  return (await ask(app, "/", { method, headers })).status;
}

Deno.test("every meeting of method, Sec-Fetch-Site and Origin", async () => {
  const sites = [null, "same-origin", "none", "same-site", "cross-site"];
  const origins = [null, OWN, OTHER, "null"];
  for (const method of ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "PURGE"]) {
    const safe = ["GET", "HEAD", "OPTIONS"].includes(method);
    for (const site of sites) {
      for (const origin of origins) {
        const headers = { ...site && { "sec-fetch-site": site }, ...origin && { origin } };
        const passes = safe || site === "same-origin" || site === "none" || origin === OWN ||
          (site === null && origin === null);
        equal(await statusOf(method, headers), passes ? 200 : 403, `${method} ${site} ${origin}`);
      }
    }
  }
});

Deno.test("other origins may be trusted by name, by list and by a function", async () => {
  const friend = { "sec-fetch-site": "cross-site", origin: "https://friend.example" };
  const foe = { "sec-fetch-site": "cross-site", origin: OTHER };
  const own = { origin: OWN };
  const rules: CsrfOptions<State>["origin"][] = [
    "https://friend.example",
    ["https://x.example", "https://friend.example"],
    (origin, ctx) => origin === "https://friend.example" && ctx.url.pathname === "/",
  ];
  for (const origin of rules) {
    equal(await statusOf("POST", friend, { origin }), 200);
    equal(await statusOf("POST", foe, { origin }), 403);
    equal(await statusOf("POST", own, { origin }), 403);
  }
});
