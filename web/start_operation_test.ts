import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { Refusal } from "../domain/errors.ts";
import { menuOf } from "../jobs/registry.ts";
import type { JobService, Submission } from "../jobs/service.ts";
import { handler } from "../routes/background-jobs/index.tsx";
import { openApp } from "./app_fixture.tsx";

const LIMITS = { maxBytes: 100, maxRows: 10 };

/** The app with a service that refuses everything as a wrong password. */
function open(accepted: Submission[] = []) {
  const jobs: Pick<JobService, "accept"> = {
    accept(_asker, submission) {
      accepted.push(submission);
      return Promise.reject(new Refusal("wrong_password"));
    },
  };
  return openApp((app) => {
    app.use((ctx) => {
      const menu = (...[user, screen, group]: Parameters<typeof ctx.state.services.menu>) =>
        menuOf(user, screen, group, LIMITS);
      ctx.state.services = { ...ctx.state.services, jobs: jobs as JobService, menu };
      return ctx.next();
    });
    app.route("/background-jobs", { handler: handler as never });
  });
}

const valuesOf = (document: Document, name: string) =>
  [...document.querySelectorAll(`form [name=${name}]`)].map((field) => field.getAttribute("value"));

async function refused(app: Awaited<ReturnType<typeof open>>, fields: [string, string][]): Promise<Document> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const encoded = new Response(form);
  const response = await app.handler(
    new Request("http://kaisha.example/background-jobs", {
      method: "POST",
      headers: {
        "content-type": encoded.headers.get("content-type")!,
        "sec-fetch-site": "same-origin",
        cookie: `nencho=${await app.signIn("admin")}`,
      },
      body: await encoded.bytes(),
    }),
  );
  assert.equal(response.status, 403);
  return parseHTML(await response.text()).document;
}

Deno.test("the form of a refused operation comes back with the chosen people, under a new key, without the password", async () => {
  using app = await open();
  const page = await refused(app, [
    ["operation", "delete_all_employees"],
    ["key", "01KAKEY0000000000000000001"],
    ["return_to", "/employees?view=x"],
    ["ids", "e1"],
    ["ids", "e2"],
    ["department", "営業部"],
    ["unknown", "x"],
    ["password", "typed-secret"],
  ]);
  assert.deepEqual(valuesOf(page, "ids"), ["e1", "e2"]);
  assert.deepEqual(valuesOf(page, "return_to"), ["/employees?view=x"]);
  assert.deepEqual(valuesOf(page, "department"), ["営業部"]);
  assert.deepEqual(valuesOf(page, "unknown"), []);
  assert.notEqual(valuesOf(page, "key")[0], "01KAKEY0000000000000000001");
  assert.doesNotMatch(page.documentElement!.outerHTML, /typed-secret/);
});

Deno.test("a refused form keeps what was chosen, and says at the password what is wrong", async () => {
  using app = await open();
  const chosen = await refused(app, [["operation", "import_group_insurance"], ["format", "csv"]]);
  assert.equal(chosen.querySelector("[type=radio][checked]")?.getAttribute("value"), "csv");
  const wrong = await refused(app, [["operation", "import_my_numbers"], ["password", "typed-secret"]]);
  assert.equal(wrong.querySelector("[name=password]")?.getAttribute("aria-invalid"), "true");
  assert.doesNotMatch(wrong.documentElement!.outerHTML, /typed-secret/);
});
