import { equal, match, notEqual, ok } from "node:assert/strict";
import { App, csp, type CSPOptions } from "fresh";
import { ask } from "../testing/ask.ts";

type State = Record<string, never>;
const HEADER = "content-security-policy";

const appWith = (options?: CSPOptions) =>
  new App<State>()
    .use(csp(options))
    .get("/text", (ctx) => ctx.text("ok"))
    .get("/away", () => Response.redirect("http://localhost/text"))
    .get("/page", (ctx) =>
      ctx.render(
        <>
          <script src="/a.js"></script>
          <style>p &#123; &#125;</style>
          <script nonce="own"></script>
        </>,
      ));

async function policyOf(options?: CSPOptions, header = HEADER): Promise<string | null> {
  return (await ask(appWith(options), "/text")).headers.get(header);
}

Deno.test("thirteen directives allow what the site itself has", async () => {
  const policy = (await policyOf())!;
  equal(policy.split("; ").length, 13);
  for (const directive of ["default-src 'self'", "object-src 'none'", "frame-ancestors 'none'"]) {
    ok(policy.split("; ").includes(directive));
  }
  match(policy, /script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'/);
});

Deno.test("a directive replaces the one of its name, or is added", async () => {
  const policy = (await policyOf({ csp: ["img-src  'self' https://img.example", "manifest-src 'self'"] }))!;
  match(policy, /; img-src 'self' https:\/\/img\.example; /);
  match(policy, /; manifest-src 'self'$/);
  equal(policy.match(/img-src/g)!.length, 1);
});

Deno.test("reports only, and where to", async () => {
  equal(await policyOf({ reportOnly: true }), null);
  ok(await policyOf({ reportOnly: true }, "content-security-policy-report-only"));
  match((await policyOf({ reportTo: "/reports" }))!, /report-to csp-endpoint; report-uri \/reports$/);
  equal(await policyOf({ reportTo: "/reports" }, "reporting-endpoints"), 'csp-endpoint="/reports"');
});

Deno.test("a nonce takes the place of 'unsafe-inline', new for each request", async () => {
  const app = appWith({ useNonce: true });
  const nonces = [];
  for (let i = 0; i < 2; i++) {
    const response = await ask(app, "/page");
    const policy = response.headers.get(HEADER)!;
    ok(!policy.includes("unsafe-inline"));
    const nonce = /script-src 'self' 'nonce-(\w{32})'; style-src 'self' 'nonce-\1'/.exec(policy)![1]!;
    const page = await response.text();
    ok(page.includes(`<script src="/a.js" nonce="${nonce}">`), page);
    ok(page.includes(`<style nonce="${nonce}">`));
    ok(page.includes('<script nonce="own">'));
    nonces.push(nonce);
  }
  notEqual(nonces[0], nonces[1]);
});

Deno.test("a response whose headers cannot be changed gets the policy too", async () => {
  const response = await ask(appWith(), "/away");
  equal(response.status, 302);
  ok(response.headers.get(HEADER));
});
