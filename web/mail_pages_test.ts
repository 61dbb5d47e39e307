import assert from "node:assert/strict";
import { textOf, textsOf } from "../components/render_fixture.ts";
import type { Mail } from "../domain/mail.ts";
import { mailDeskOf } from "../domain/mail_desk.ts";
import { committerOf, set } from "../kv/commit.ts";
import { commitChange } from "../kv/guarded.ts";
import { mailKeys } from "../kv/keys.ts";
import { openDataPages } from "./data_pages_fixture.ts";

const { kv, services, get, post } = await openDataPages(20);
const committer = committerOf(kv);
const sample = (await services.tenants.byHost("localhost"))!;
const stores = services.stores(sample);

/** Posts so many 依頼メール about somebody. */
async function postMails(count: number, address: (i: number) => string) {
  const [group] = (await stores.groups.list()).filter(({ name }) => name === "本社");
  const desk = await mailDeskOf(stores, group!);
  const [[member] = []] = await Array.fromAsync(stores.members.walk(group!.id));
  const employee = (i: number) => ({ ...member!.employee, account: { email: address(i) } });
  const writes = Array.from(
    { length: count },
    (_, i) => desk.post("requested", { ...member!, employee: employee(i) }).writes,
  );
  await commitChange(kv, committer, { guards: [], compute: () => Promise.resolve(writes.flat()) });
}

async function changeMail(to: string, change: Partial<Mail>) {
  for await (const { key, value } of kv.list<Mail>({ prefix: mailKeys.mails(sample.id) })) {
    if (value.to !== to) continue;
    await committer.commit({ checks: [], mutations: [set([...key], { ...value, ...change })] });
  }
}

Deno.test("an empty outbox says so, and that nothing is sent without a mail server", async () => {
  const { status, document } = await get("admin", "/settings/mails");
  assert.equal(status, 200);
  assert.match(textOf(document), /メールは送信されません。/);
  assert.match(textOf(document), /メールはまだありません。/);
  services.config.smtp = { url: "smtp://mail.test", from: { name: "", address: "a@mail.test" } };
  const sending = await get("admin", "/settings/mails");
  assert.doesNotMatch(textOf(sending.document), /メールは送信されません。/);
  services.config.smtp = null;
});

Deno.test("mails are listed newest first, 50 a page, with what became of them and in development their text", async () => {
  await postMails(60, (i) => `u${i}@sample.example`);
  await changeMail("u59@sample.example", { state: "sent", sentAt: Date.UTC(2026, 10, 2, 1) });
  await changeMail("u58@sample.example", { state: "failed", trouble: "refused", reply: 550 });
  const { document } = await get("admin", "/settings/mails");
  const rows = [...document.querySelectorAll("tbody tr")];
  assert.equal(rows.length, 50);
  assert.equal(textOf(rows[0]!.querySelector("th")), "u59@sample.example");
  assert.match(textOf(rows[0]!), /年末調整の依頼が届きました｜.+依頼通知.+送信済み.*2026\/11\/02 10:00:00/);
  assert.match(textOf(rows[1]!), /送信できませんでした.*拒否されました。.+応答コード：550/);
  assert.match(textOf(rows[2]!), /送信待ち/);
  assert.match(
    textOf(rows[0]!.querySelector("details")),
    /年末調整の手続きをお願いします。.*http:\/\/localhost\/my/,
  );
  const next = document.querySelector("a[rel=next]")!.getAttribute("href")!;
  const second = (await get("admin", next)).document;
  assert.deepEqual(
    textsOf(second, "tbody th"),
    Array.from({ length: 10 }, (_, i) => `u${9 - i}@sample.example`),
  );
  assert.equal(second.querySelector("a[rel=next]"), null);
});

Deno.test("the list is narrowed by state and by part of the address, from page to page, and says when nothing fits", async () => {
  const rows = async (query: string) =>
    textsOf((await get("admin", `/settings/mails?${query}`)).document, "tbody th");
  assert.deepEqual(await rows("state=failed"), ["u58@sample.example"]);
  assert.deepEqual(await rows("state=sent&to=U59%40"), ["u59@sample.example"]);
  assert.deepEqual(
    await rows("to=u5&state="),
    Array.from({ length: 10 }, (_, i) => `u${59 - i}@sample.example`).concat("u5@sample.example"),
  );
  const { document } = await get("admin", "/settings/mails?state=waiting");
  const next = document.querySelector("a[rel=next]")!.getAttribute("href")!;
  assert.match(next, /state=waiting/);
  assert.equal(textsOf((await get("admin", next)).document, "tbody th").length, 8);
  assert.match(
    textOf((await get("admin", "/settings/mails?to=nobody")).document),
    /該当するメールはありません。/,
  );
  assert.equal((await get("admin", "/settings/mails?state=lost")).status, 400);
});

Deno.test("［もう一度送信］: mails that failed go again from their page, one by one or all of it, and the log tells", async () => {
  const failed = { state: "failed", trouble: "refused", reply: 550 } as const;
  for (const i of [56, 57]) await changeMail(`u${i}@sample.example`, failed);
  const forms =
    async () => [...(await get("admin", "/settings/mails")).document.querySelectorAll("form[method=post]")];
  const [all, one, ...rest] = await forms();
  assert.match(textOf(all!), /このページの送信できなかったメール3件をもう一度送信/);
  assert.match(textOf(one!), /もう一度送信（u58@sample.example）/);
  assert.equal(rest.length, 2);
  const mailsOf = (form: Element) =>
    [...form.querySelectorAll("[name=mail]")].map((
      field,
    ): [string, string] => ["mail", field.getAttribute("value")!]);
  const address = one!.getAttribute("action")!;
  assert.equal(mailsOf(all!).length, 3);
  assert.equal((await post("confirm", address, mailsOf(one!))).status, 403);
  const saved = await post("admin", address, mailsOf(one!));
  assert.deepEqual([saved.status, saved.location], [303, "/settings/mails?notice=mails_resent.1"]);
  const again = await post("admin", "/settings/mails?notice=mails_resent.1", mailsOf(one!));
  assert.equal(again.location, "/settings/mails", "it is on its way: nothing more is said");
  assert.equal(
    (await post("admin", address, mailsOf(all!))).location,
    "/settings/mails?notice=mails_resent.2",
  );
  assert.equal((await forms()).length, 0);
});

Deno.test("in production the list has no texts; only 管理者 see it", async () => {
  services.config.env = "production";
  const { document } = await get("admin", "/settings/mails");
  services.config.env = "development";
  assert.equal(document.querySelector("details"), null);
  assert.equal((await get("confirm", "/settings/mails")).status, 403);
});

Deno.test("everybody chooses for themselves whether the end of their jobs is written to them", async () => {
  const box = async (who: string) =>
    (await get(who, "/account/notifications")).document.querySelector("[name=job_finished]")!;
  assert.equal((await box("check")).hasAttribute("checked"), false);
  const saved = await post("check", "/account/notifications", [["job_finished", "1"]]);
  assert.deepEqual([saved.status, saved.location], [303, "/account/notifications?notice=settings_saved"]);
  assert.equal((await box("check")).hasAttribute("checked"), true);
  assert.equal((await box("admin")).hasAttribute("checked"), false);
  await post("check", "/account/notifications", []);
  assert.equal((await box("check")).hasAttribute("checked"), false);
});
