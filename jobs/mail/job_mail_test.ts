import assert from "node:assert/strict";
import { type Mail, mailSchema } from "../../domain/mail.ts";
import { writtenMail } from "../../domain/mail_text.ts";
import { mailKeys } from "../../kv/keys.ts";
import { mailPreferencesOf } from "../../kv/mail_preferences.ts";
import { lettersOf } from "../../kv/outgoing.ts";
import { eventually } from "../engine/test_tools.ts";
import { closeOn, openMornings, passMornings, systemJobs } from "../system/morning_fixture.ts";
import { ADMIN, type Company, openCompany, TENANT, testOperation, testUser } from "../test_tools.ts";

const OTHER = testUser("other");

/** A company whose 管理者 wants to be written to; another does not. */
async function wanting(options: Parameters<typeof openCompany>[0] = {}): Promise<Company> {
  const c = await openCompany({
    operations: [testOperation((job) => Promise.resolve(job.summary({ done: { n: "件を処理しました。" } })))],
    ...options,
  });
  await c.user(OTHER);
  await mailPreferencesOf(c.files.kv, c.committer).chooseJobMail(TENANT.id, ADMIN.id, true);
  return c;
}

async function mailsIn(c: Company): Promise<Mail[]> {
  const entries = c.files.kv.list({ prefix: mailKeys.mails(TENANT.id) });
  return await Array.fromAsync(entries, ({ value }) => mailSchema.parse(value));
}

Deno.test("who wants it is written to when the job ends, with its name, status and page", async () => {
  await using c = await wanting();
  const { id } = await c.accept({ operation: "test" });
  await c.ended(id);
  const [mail, ...more] = await mailsIn(c);
  assert.deepEqual(more, []);
  assert.deepEqual([mail!.to, mail!.path], [ADMIN.email, `/background-jobs/${id}`]);
  const letter = (await lettersOf(c.files.kv, TENANT.id, [mail!])).get(mail!.letter)!;
  const { subject, text } = writtenMail(letter, mail!, `https://acme.test${mail!.path}`);
  assert.equal(subject, "バックグラウンド処理による 試験の処理 の結果が出ました |");
  assert.ok(text.includes("処理名：試験の処理\nステータス：完了\nメッセージ：0件を処理しました。\n"));
  assert.ok(text.includes(`\nhttps://acme.test/background-jobs/${id}\n`));
});

Deno.test("who did not choose it is not, nor who chose against it, lost the address or the account", async () => {
  await using c = await wanting();
  const silent = async (user: typeof ADMIN) => {
    await c.ended((await c.accept({ operation: "test" }, user)).id, user);
    assert.deepEqual(await mailsIn(c), []);
  };
  await silent(OTHER);
  const preferences = mailPreferencesOf(c.files.kv, c.committer);
  await preferences.chooseJobMail(TENANT.id, OTHER.id, true);
  await c.user({ ...OTHER, email: null });
  await silent(OTHER);
  await preferences.chooseJobMail(TENANT.id, ADMIN.id, false);
  await silent(ADMIN);
});

Deno.test("a job that somebody else stops is an end too", async () => {
  await using c = await wanting({
    operations: [
      testOperation((job) =>
        new Promise((_, reject) => job.signal.addEventListener("abort", () => reject(new Error("stopped"))))
      ),
    ],
  });
  const { id } = await c.accept({ operation: "test" });
  await c.service.cancel({ tenant: TENANT, user: OTHER }, id);
  const [mail] = await mailsIn(c);
  assert.match(mail!.detail, /ステータス：中断/);
  assert.equal((await mailsIn(c)).length, 1);
});

Deno.test("a job whose worker dies right after its end, or three times before it, is told once", async () => {
  for (const atEnd of [true, false]) {
    let breakWorkers = () => {};
    await using c = await wanting({
      committerOfWorkers: (committer) => ({
        async commit(change, priority) {
          const ends = change.mutations.some(({ key }) => key[2] === "job_result");
          if (!atEnd) {
            breakWorkers();
            return await new Promise(() => {});
          }
          const result = await committer.commit(change, priority);
          if (ends) breakWorkers();
          return result;
        },
      }),
    });
    breakWorkers = c.breakWorkers;
    const { id } = await c.accept({ operation: "test" });
    const { job } = await c.ended(id);
    await eventually(async () => (await mailsIn(c)).length > 0);
    assert.equal(job.status, atEnd ? "completed" : "failed");
    assert.equal((await mailsIn(c)).length, 1);
  }
});

Deno.test("the system tells nobody of its own jobs", async () => {
  await using c = await openMornings([{ request: { status: "requested" }, master: { account: null } }]);
  await closeOn(c, "2026-11-03");
  await passMornings(c);
  assert.equal((await systemJobs(c)).length, 1);
  assert.deepEqual(await mailsIn(c), []);
});
