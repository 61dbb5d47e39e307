import assert from "node:assert/strict";
import { setClock } from "../domain/clock.ts";
import { mailDeskOf, type Posting } from "../domain/mail_desk.ts";
import { mailSchema } from "../domain/mail.ts";
import { DEFAULT_GROUP_SETTINGS } from "../domain/group_settings.ts";
import { DEFAULT_TENANT_SETTINGS } from "../domain/tenant_settings.ts";
import type { Member } from "../domain/stores.ts";
import type { User } from "../domain/user.ts";
import { committing, HEAD_OFFICE, openMailYear } from "./outbox_fixture.ts";
import { set } from "./commit.ts";
import { accountKeys, mailKeys, sysKeys } from "./keys.ts";
import { claimMails, leaseSender, lettersOf, settleMails, tenantsSending } from "./outgoing.ts";
import { forgetMails, MAIL_DAYS } from "./outbox_retention.ts";
import { TEST_YEAR } from "./test_year.ts";

const nobodyIsDead = () => Promise.resolve(false);

async function memberWith(year: Awaited<ReturnType<typeof openMailYear>>, code: string): Promise<Member> {
  const [member] = await year.stores.members.byCodes([code]);
  return member!;
}

/** The member as they are in the status that is asked for. */
const inStatus = (member: Member, status: NonNullable<Member["request"]>["status"]): Member => ({
  ...member,
  request: { ...member.request!, status },
});

async function mailsOf(year: Awaited<ReturnType<typeof openMailYear>>) {
  const entries = await Array.fromAsync(year.kv.list({ prefix: mailKeys.mails(TEST_YEAR.id) }));
  return entries.map(({ value }) => mailSchema.parse(value));
}

Deno.test("a mail goes to the employee's account, with the group's own words as they were", async () => {
  await using year = await openMailYear(["000001"]);
  const own = { subject: "お願い", body: "本社の皆さん", footer: "人事部" };
  await committing(year, [
    ...year.stores.settings.putGroup("g1", {
      ...DEFAULT_GROUP_SETTINGS,
      mails: { ...DEFAULT_GROUP_SETTINGS.mails, requested: own },
    }),
  ]);
  const desk = await mailDeskOf(year.stores, HEAD_OFFICE);
  const posting = desk.post("requested", await memberWith(year, "000001"));
  assert.equal(posting.why, "posted");
  await committing(year, posting.writes);
  const [mail] = await mailsOf(year);
  assert.equal(mail!.to, "000001@acme.example");
  assert.equal(mail!.name, "山田 花子");
  assert.equal(mail!.path, "/my");
  const letter = (await lettersOf(year.kv, TEST_YEAR.id, [mail!])).get(mail!.letter)!;
  assert.deepEqual(letter.template, own);
  assert.equal(letter.company, "株式会社アクメ");
});

Deno.test("100 mails of a commit share their words and their end: 202 keys", async () => {
  await using year = await openMailYear(["000001"]);
  const member = await memberWith(year, "000001");
  const desk = await mailDeskOf(year.stores, HEAD_OFFICE);
  await committing(year, Array.from({ length: 100 }, () => desk.post("requested", member).writes).flat());
  const keys = await Array.fromAsync(year.kv.list({ prefix: [] }), ({ key }) => key.join("/"));
  const count = (pattern: RegExp) => keys.filter((key) => pattern.test(key)).length;
  assert.equal(count(/^t\/acme\/mail\//), 100);
  assert.equal(count(/^sys\/outgoing\/acme\/0\//), 100);
  assert.equal(count(/^t\/acme\/letter\//), 1);
  assert.equal(count(/^sys\/due\/\d+\/mails-acme$/), 1);
});

Deno.test("nobody to write to, and what the settings switch off, posts nothing and says so", async () => {
  await using year = await openMailYear(["000001"]);
  const member = await memberWith(year, "000001");
  const desk = await mailDeskOf(year.stores, HEAD_OFFICE);
  const nowhere = (account: Member["employee"]["account"]) =>
    desk.post("requested", { ...member, employee: { ...member.employee, account } }).why;
  assert.equal(nowhere(null), "no_address");
  assert.equal(nowhere({ email: null }), "no_address");
  assert.equal(nowhere({ email: "a@b.example\r\nBcc: c@d.example" }), "no_address");
  assert.equal(desk.post("submitted", inStatus(member, "answered")).why, "no_address");

  await committing(
    year,
    year.stores.settings.putTenant({
      ...DEFAULT_TENANT_SETTINGS,
      notify: { ...DEFAULT_TENANT_SETTINGS.notify, answered: false, confirmed: false },
    }),
    [year.stores.settings.tenantGuard()],
  );
  await addAdmin(year, { id: "boss" });
  const quiet = await mailDeskOf(year.stores, HEAD_OFFICE);
  const whyOf = (posting: Posting) => posting.why;
  assert.equal(whyOf(quiet.post("confirmed", member)), "off");
  assert.equal(whyOf(quiet.post("submitted", inStatus(member, "answering"))), "off");
  assert.equal(whyOf(quiet.post("submitted", inStatus(member, "correcting"))), "posted");
  assert.equal(whyOf(quiet.post("returned", member)), "posted");
});

Deno.test("a submission goes to every active 管理者 with an address, once each", async () => {
  await using year = await openMailYear(["000001"]);
  await addAdmin(year, { id: "a" });
  await addAdmin(year, { id: "b", active: false });
  await addAdmin(year, { id: "c", email: null });
  await addAdmin(year, { id: "d" });
  const member = await memberWith(year, "000001");
  const { writes } = (await mailDeskOf(year.stores, HEAD_OFFICE)).post("submitted", member);
  await committing(year, writes);
  const mails = await mailsOf(year);
  assert.deepEqual(mails.map(({ to }) => to), ["a@acme.example", "d@acme.example"]);
  assert.equal(mails[0]!.path, "/groups/g1/requests/id-000001");
});

Deno.test("one owner sends at a time, another when that one is dead", async () => {
  await using year = await openMailYear([]);
  const { kv, committer } = year;
  assert.ok(await leaseSender(kv, committer, "a", nobodyIsDead));
  assert.ok(await leaseSender(kv, committer, "a", nobodyIsDead), "who has it has it");
  assert.equal(await leaseSender(kv, committer, "b", nobodyIsDead), null);
  assert.ok(await leaseSender(kv, committer, "b", (owner) => Promise.resolve(owner === "a")));
});

Deno.test("what a sender that lost its right brings in late is not stored", async () => {
  await using year = await openMailYear(["000001"]);
  const { kv, committer } = year;
  await post(year, 1);
  const old = await leaseSender(kv, committer, "a", nobodyIsDead);
  const held = await claimMails(kv, committer, old!, TEST_YEAR.id, 10);
  const next = await leaseSender(kv, committer, "b", () => Promise.resolve(true));
  assert.equal(await claimMails(kv, committer, old!, TEST_YEAR.id, 10), null);
  const again = await claimMails(kv, committer, next!, TEST_YEAR.id, 10);
  await settleMails(committer, [{
    claimed: held![0]!,
    outcome: { what: "failed", trouble: "refused", reply: 550 },
  }]);
  assert.equal((await mailsOf(year))[0]!.state, "waiting");
  await settleMails(committer, [{ claimed: again![0]!, outcome: { what: "sent" } }]);
  assert.equal((await mailsOf(year))[0]!.state, "sent");
  assert.deepEqual(await tenantsSending(kv), []);
});

Deno.test("one lost claim keeps no other result from being stored", async () => {
  await using year = await openMailYear(["000001"]);
  const { kv, committer } = year;
  await post(year, 3);
  const lease = await leaseSender(kv, committer, "a", nobodyIsDead);
  const claimed = await claimMails(kv, committer, lease!, TEST_YEAR.id, 10);
  const lost = claimed![1]!.mail;
  await committer.commit({
    checks: [],
    mutations: [set(sysKeys.outgoing(TEST_YEAR.id, 0, lost.id), { v: 1, sender: "b" })],
  });
  await settleMails(committer, claimed!.map((one) => ({ claimed: one, outcome: { what: "sent" } })));
  assert.deepEqual((await mailsOf(year)).map(({ state }) => state), ["sent", "waiting", "sent"]);
});

Deno.test("a deferred mail waits, and holds nobody up", async () => {
  let time = 1_000_000;
  const restore = setClock({ now: () => time });
  await using year = await openMailYear(["000001"]);
  const { kv, committer } = year;
  await post(year, 2);
  const lease = await leaseSender(kv, committer, "a", nobodyIsDead);
  const claim = async () => await claimMails(kv, committer, lease!, TEST_YEAR.id, 10) ?? [];
  const [first] = await claim();
  await settleMails(committer, [{
    claimed: first!,
    outcome: { what: "deferred", delayMs: 10_000, reply: 450 },
  }]);
  assert.equal((await claim()).length, 1);
  time += 10_000;
  const due = await claim();
  assert.deepEqual(due.map(({ mail }) => mail.deferrals), [0, 1]);
  assert.deepEqual(await tenantsSending(kv), [TEST_YEAR.id]);
  restore();
});

Deno.test("after 90 days nothing of a day's mails is left, sent or not", async () => {
  let time = Date.UTC(2026, 10, 2, 1);
  const restore = setClock({ now: () => time });
  await using year = await openMailYear(["000001"]);
  const { kv, committer } = year;
  await post(year, 250);
  await post(year, 250);
  time += 24 * 60 * 60 * 1000;
  await post(year, 1);
  const [due] = await Array.fromAsync(kv.list<{ tenant: string; id: string }>({ prefix: sysKeys.dues() }));
  assert.ok(Number(due!.key[2]) >= Date.UTC(2026, 10, 2 + MAIL_DAYS, 1));
  await forgetMails(kv, committer, due!.value, [...due!.key]);
  const keys = await Array.fromAsync(kv.list({ prefix: [] }), ({ key }) => key.join("/"));
  assert.equal(keys.filter((key) => /mail|letter|outgoing/.test(key)).length, 4);
  restore();
});

async function post(year: Awaited<ReturnType<typeof openMailYear>>, count: number) {
  const member = await memberWith(year, "000001");
  const desk = await mailDeskOf(year.stores, HEAD_OFFICE);
  await committing(year, Array.from({ length: count }, () => desk.post("requested", member).writes).flat());
}

async function addAdmin(
  year: Awaited<ReturnType<typeof openMailYear>>,
  { id, ...more }: Partial<User> & { id: string },
) {
  const key = accountKeys.admins(TEST_YEAR.id);
  const admins = await year.kv.get<{ ids: string[] }>(key);
  const user: User = {
    v: 1,
    id,
    email: `${id}@acme.example`,
    name: id,
    role: "admin",
    range: { kind: "all" },
    roleId: null,
    employeeCode: null,
    active: true,
    createdAt: 0,
    ...more,
  };
  await year.committer.commit({
    checks: [],
    mutations: [
      set(accountKeys.user(TEST_YEAR.id, id), user),
      set(key, { v: 1, ids: [...admins.value?.ids ?? [], id] }),
    ],
  });
}
