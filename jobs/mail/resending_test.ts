import assert from "node:assert/strict";
import type { Committer } from "../../kv/commit.ts";
import { resendMails } from "../../kv/mail_resending.ts";
import { mailKeys } from "../../kv/keys.ts";
import { TEST_YEAR } from "../../kv/test_year.ts";
import { readMail } from "../../tests/support/smtp.ts";
import { tellMailsResent } from "../engine/audit.ts";
import { auditLog, eventually } from "../engine/test_tools.ts";
import { openPost, type Post } from "./sender_fixture.ts";

const BY = { id: "u1", email: "a@acme.example", employeeCode: null };

const states = async (post: Post) => (await post.mails()).map(({ state }) => state);
const settled = (post: Post) => eventually(async () => !(await states(post)).includes("waiting"));
const idsOf = async (post: Post) => (await post.mails()).map(({ id }) => id);
/** The mails that the server took, by who gets them. */
const taken = (post: Post) => post.smtp.mails.map(({ to }) => to.join()).sort();

function resend({ year: { kv, committer } }: Post, ids: readonly string[], through: Committer = committer) {
  return resendMails({ kv, committer: through, tell: tellMailsResent }, TEST_YEAR.id, ids, BY);
}

/** Three mails, the second of which is refused for good. */
async function withRefused(post: Post) {
  post.smtp.answer((text) => /^RCPT TO:<gone@/.test(text) ? "550 5.7.1 blocked" : null);
  await post.post(["a", "gone", "b"]);
  const sender = post.start();
  await settled(post);
  assert.deepEqual(await states(post), ["sent", "failed", "sent"]);
  return sender;
}

Deno.test("a mail that was refused for good goes again once, as it was, and the others do not", async () => {
  await using post = await openPost();
  const sender = await withRefused(post);
  const [before] = (await post.mails()).filter(({ state }) => state === "failed");
  post.smtp.answer(() => null);
  const ids = await idsOf(post);
  // Twenty presses at once, of a form that names all mails, one of them twice, and what is none.
  const presses = Array.from(
    { length: 20 },
    () => resend(post, [...ids, ids[1]!, "x", "01ARZ3NDEKTSV4RRFFQ69G5FAV"]),
  );
  assert.equal((await Promise.all(presses)).reduce((sum, n) => sum + n), 1);
  sender.ring();
  await settled(post);
  assert.deepEqual(await states(post), ["sent", "sent", "sent"]);
  assert.deepEqual(taken(post), ["a@acme.example", "b@acme.example", "gone@acme.example"]);
  const read = post.smtp.mails.map(({ raw }) => readMail(raw));
  assert.ok(
    read.some(({ headers }) => headers.get("message-id")!.includes(before!.id)),
    "the same Message-ID",
  );
  assert.equal(await resend(post, ids), 0, "sent mails never go again");
  const told = (await auditLog(post.year.kv, TEST_YEAR.id)).filter(({ event }) => event === "mails_resent");
  assert.deepEqual(told.map(({ actor, facts }) => [actor?.email, facts]), [
    ["a@acme.example", { mails: 1, mailIds: before!.id }],
  ]);
});

Deno.test("what is refused again can be sent again, and a mail given up starts its days anew", async () => {
  await using post = await openPost();
  const sender = await withRefused(post);
  const [, id] = await idsOf(post);
  assert.equal(await resend(post, [id!]), 1);
  sender.ring();
  await settled(post);
  assert.deepEqual(await states(post), ["sent", "failed", "sent"]);
  const key = mailKeys.mail(TEST_YEAR.id, id!);
  const given = { ...(await post.mails())[1]!, trouble: "given_up", deferrals: 16, notBefore: 9_000_000 };
  await post.year.committer.commit({ checks: [], mutations: [{ type: "set", key, value: given }] });
  post.smtp.answer(() => null);
  assert.equal(await resend(post, [id!]), 1);
  const [, waiting] = await post.mails();
  const { state, trouble, deferrals, notBefore, reply } = waiting!;
  assert.deepEqual([state, trouble, deferrals, notBefore, reply], ["waiting", null, 0, 0, null]);
  sender.ring();
  await settled(post);
  assert.equal(taken(post).filter((to) => to.startsWith("gone@")).length, 1);
});

Deno.test("a mail that is forgotten while it is asked for is not made again", async () => {
  await using post = await openPost();
  await withRefused(post);
  const [, id] = await idsOf(post);
  const { committer } = post.year;
  let forgotten = false;
  const through: Committer = {
    async commit(change, priority) {
      if (!forgotten) {
        forgotten = true;
        const key = mailKeys.mail(TEST_YEAR.id, id!);
        await committer.commit({ checks: [], mutations: [{ type: "delete", key }] });
      }
      return await committer.commit(change, priority);
    },
  };
  assert.equal(await resend(post, [id!], through), 0);
  assert.deepEqual(await states(post), ["sent", "sent"]);
});
