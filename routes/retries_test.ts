import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { sampleDetail } from "../components/jobs/job_fixture.ts";
import { Refusal } from "../domain/errors.ts";
import type { JobService } from "../jobs/service.ts";
import { openApp } from "../web/app_fixture.tsx";
import { handler as retries } from "./background-jobs/[id]/retries.ts";

const PASSWORD = "himitsu";

/** 再実行 of a job whose operation asks for the password; `asked` gets key and password of each time. */
function open(asked: [string | null, string | null | undefined][] = []) {
  const detail = sampleDetail();
  const control = { ...detail.control, rerun: { confirm: true, password: true, unavailable: null } };
  const jobs: Pick<JobService, "detail" | "rerun"> = {
    detail: () => Promise.resolve({ ...detail, control }),
    rerun(_asker, _id, key, password) {
      asked.push([key, password]);
      if (password !== PASSWORD) return Promise.reject(new Refusal("wrong_password"));
      return Promise.resolve({ id: "AGAIN", title: "再実行", repeated: false });
    },
  };
  return openApp((app) => {
    app.use((ctx) => {
      ctx.state.services = { ...ctx.state.services, jobs: jobs as JobService };
      return ctx.next();
    });
    app.route("/background-jobs/:id/retries", { handler: retries });
  });
}

const ADDRESS = "/background-jobs/J1/retries";
const page = async (response: Response) => parseHTML(await response.text()).document;

Deno.test("the question says that it happens again, and asks for the password", async () => {
  using app = await open();
  const asking = await page(await app.ask(ADDRESS, { session: await app.signIn("admin") }));
  assert.match(asking.body.textContent!, /もう一度行われます/);
  assert.equal(asking.querySelector("input[name=password]")?.getAttribute("aria-invalid"), null);
});

Deno.test("a wrong password shows the question again and nothing of what was typed; the right one runs it", async () => {
  const asked: [string | null, string | null | undefined][] = [];
  using app = await open(asked);
  const session = await app.signIn("admin");
  for (const password of ["", "wrong-secret"]) {
    const refused = await app.ask(ADDRESS, { session, form: { key: "K1", password } });
    assert.equal(refused.status, 403);
    const text = await refused.text();
    assert.match(
      text,
      /<input[^>]*name="password"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="password"/,
    );
    assert.doesNotMatch(text, /wrong-secret/);
  }
  const script = await app.ask(ADDRESS, { session, json: true, form: { key: "K1", password: "x" } });
  assert.equal(script.status, 403);
  assert.equal((await script.json()).error.code, "wrong_password");
  const done = await app.ask(ADDRESS, { session, form: { key: "K1", password: PASSWORD } });
  assert.equal(done.status, 303);
  assert.equal(done.headers.get("location"), "/background-jobs/AGAIN?accepted=AGAIN");
  assert.deepEqual(asked, [["K1", null], ["K1", "wrong-secret"], ["K1", "x"], ["K1", PASSWORD]]);
});
