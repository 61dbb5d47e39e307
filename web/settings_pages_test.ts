import assert from "node:assert/strict";
import { setClock } from "../domain/clock.ts";
import { MAX_NOTICE } from "../domain/group_settings.ts";
import { DEFAULT_MAILS } from "../domain/mail_template.ts";
import { textOf, textsOf } from "../components/render_fixture.ts";
import { openDataPages } from "./data_pages_fixture.ts";

const { services, get, post } = await openDataPages(20);
const sample = (await services.tenants.byHost("localhost"))!;
const { groups, settings } = services.stores(sample);
const [group] = await groups.list();
const address = (section: string) => `/groups/${group!.id}/settings/${section}`;

/** What is chosen in a page's radio buttons, by field. */
const chosen = (document: Document) =>
  Object.fromEntries(
    [...document.querySelectorAll("[type=radio][checked]")].map((one) => [
      one.getAttribute("name"),
      one.getAttribute("value"),
    ]),
  );
const value = (document: Document, name: string) =>
  document.querySelector(`[name="${name}"]`)!.getAttribute("value");
const errorOf = (document: Document, name: string) => textOf(document.getElementById(`${name}-error`));

Deno.test("every section stands in the tabs with its name and in its order, the open one is marked", async () => {
  const labels = [
    "書類・原本設定",
    "アンケートのヒントメッセージ設定",
    "管理者からのお知らせ設定",
    "メールフォーマット設定",
    "再通知・締切設定",
  ];
  for (
    const [section, label] of [["documents", labels[0]], ["notice", labels[2]], ["mails", labels[3]], [
      "reminder",
      labels[4],
    ], ["deadline", labels[4]]] as const
  ) {
    const { document } = await get("download", address(section));
    assert.deepEqual(textsOf(document, "nav[aria-label=依頼グループ設定] a"), labels);
    const current = document.querySelector("nav[aria-label=依頼グループ設定] [aria-current=page]");
    assert.equal(textOf(current), label);
  }
});

Deno.test("書類・原本設定 is stored as it was chosen, and shown again", async () => {
  const { document } = await get("download", address("documents"));
  const before = chosen(document);
  assert.equal(Object.keys(before).length, 13);
  assert.equal(before.printMyNumber, "1");
  const after = { ...before, "print.insurance": "1", "pictures.abroad": "required", mountingSheet: "1" };
  const saved = await post("download", address("documents"), Object.entries(after));
  assert.equal(saved.location, `${address("documents")}?notice=settings_saved`);
  assert.deepEqual(chosen((await get("confirm", address("documents"))).document), after);
  const { print, pictures, mountingSheet } = await settings.ofGroup(group!.id);
  assert.deepEqual([print.insurance, pictures.abroad, mountingSheet], [true, "required", true]);
});

Deno.test("書類・原本設定: a choice that was not made is told at its field, the others are kept", async () => {
  const { document } = await get("admin", address("documents"));
  const { "pictures.insurance": _, ...rest } = chosen(document);
  const refused = await post("admin", address("documents"), Object.entries(rest));
  assert.equal(refused.status, 422);
  assert.match(errorOf(refused.document, "pictures.insurance"), /選択されていません/);
  const field = refused.document.querySelector("fieldset[aria-invalid=true]")!;
  assert.equal(field.getAttribute("aria-describedby"), "pictures.insurance-error");
  assert.deepEqual(chosen(refused.document), rest);
});

Deno.test("お知らせ is stored in NFC, said to be too long, and emptied", async () => {
  const page = address("notice");
  assert.match((await get("admin", page)).text, /5,000文字以内/);
  const saved = await post("download", page, [["notice", "締め切りは\r\n12月です。か\u3099"]]);
  assert.equal(saved.location, `${page}?notice=settings_saved`);
  assert.equal((await settings.ofGroup(group!.id)).notice, "締め切りは\n12月です。が");
  const refused = await post("download", page, [["notice", "あ".repeat(MAX_NOTICE + 1)]]);
  assert.equal(refused.status, 422);
  assert.match(errorOf(refused.document, "notice"), /5001文字/);
  assert.equal(refused.document.querySelector("textarea")!.getAttribute("aria-invalid"), "true");
  await post("download", page, [["notice", " "]]);
  assert.equal((await settings.ofGroup(group!.id)).notice, "");
});

Deno.test("メール: own words are stored mail by mail, previewed, and given up for 初期の文面", async () => {
  const page = `${address("mails")}?mail=confirmed`;
  const first = await get("download", page);
  assert.deepEqual(textsOf(first.document, "nav[aria-label=メールフォーマット設定] a"), [
    "依頼通知",
    "確定通知",
    "依頼再通知",
    "未提出通知",
  ]);
  assert.equal(value(first.document, "subject"), DEFAULT_MAILS.confirmed.subject);
  const saved = await post("download", page, [["subject", "確定です"], ["body", "本文"], ["footer", ""]]);
  assert.equal(saved.location, `${page}&notice=settings_saved`);
  const { mails } = await settings.ofGroup(group!.id);
  assert.deepEqual(mails.confirmed, { subject: "確定です", body: "本文", footer: "" });
  assert.equal(mails.requested, null);

  const again = await get("confirm", page);
  const preview = textOf(again.document.querySelector("section[aria-labelledby=mail-preview]"));
  assert.match(
    preview,
    new RegExp(`件名：確定です｜${sample.name}.*山田 花子 様.*本文.*http://localhost/my$`),
  );
  const back = again.document.querySelector("form a")!;
  assert.equal(textOf(back), "初期の文面に戻す");
  const initial = await get("confirm", back.getAttribute("href")!);
  assert.equal(value(initial.document, "subject"), DEFAULT_MAILS.confirmed.subject);
  assert.match(initial.text, /初期の文面を表示しています/);
  assert.notEqual((await settings.ofGroup(group!.id)).mails.confirmed, null, "nothing is lost by looking");
  await post("confirm", page, Object.entries(DEFAULT_MAILS.confirmed));
  assert.equal((await settings.ofGroup(group!.id)).mails.confirmed, null);
});

Deno.test("メール: what is wrong is told at its field; a mail that is none is not found", async () => {
  const fields: [string, string][] = [["subject", ""], ["body", "書きかけ"], ["footer", ""]];
  const refused = await post("download", address("mails"), fields);
  assert.equal(refused.status, 422);
  assert.match(errorOf(refused.document, "subject"), /入力されていません/);
  assert.equal(refused.document.querySelector("[name=body]")!.textContent, "書きかけ");
  assert.equal((await get("download", `${address("mails")}?mail=returned`)).status, 404);
  assert.equal((await post("download", `${address("mails")}?mail=returned`, fields)).status, 400);
});

Deno.test("再通知: the dates on which mails will go are listed, what is over and what is closed is said", async () => {
  const restore = setClock({ now: () => Date.UTC(2026, 10, 12) });
  try {
    await services.groupChanges(sample).setDeadline(group!.id, {
      closesOn: "2026-11-17",
      closedMessage: null,
    });
    assert.match((await get("download", address("reminder"))).text, /再通知は設定されていません/);
    const fields: [string, string][] = [["base_on", "2026-11-19"], ["days_before", "8"], ["every_days", "2"]];
    const saved = await post("download", address("reminder"), fields);
    assert.equal(saved.location, `${address("reminder")}?notice=settings_saved`);
    const { document } = await get("download", address("reminder"));
    assert.equal(value(document, "days_before"), "8");
    const closed = "受付終了後のため、修正依頼中の従業員だけに送ります";
    assert.deepEqual(textsOf(document, "ol li"), [
      "2026/11/11（水）過ぎています",
      "2026/11/13（金）",
      "2026/11/15（日）",
      `2026/11/17（火）${closed}`,
      `2026/11/19（木）${closed}`,
    ]);
    const refused = await post("download", address("reminder"), [fields[0]!, ["days_before", "91"]]);
    assert.equal(refused.status, 422);
    assert.match(errorOf(refused.document, "days_before"), /0から90まで/);
    assert.match(errorOf(refused.document, "every_days"), /1から30まで/);
    assert.equal(refused.document.querySelectorAll("ol li").length, 5, "what is stored stays");
    await post("download", address("reminder"), [["base_on", ""]]);
    assert.equal((await settings.ofGroup(group!.id)).reminder, null);
  } finally {
    restore();
  }
});

Deno.test("通知設定 and 住所の印字設定 are stored for the company", async () => {
  const page = await get("admin", "/settings/notifications");
  assert.deepEqual(chosen(page.document), {
    answered: "1",
    reanswered: "1",
    confirmed: "1",
  });
  const fields = { answered: "1", reanswered: "0", confirmed: "0" };
  const saved = await post("admin", "/settings/notifications", Object.entries(fields));
  assert.equal(saved.location, "/settings/notifications?notice=settings_saved");
  assert.deepEqual(chosen((await get("admin", "/settings/notifications")).document), fields);
  assert.equal((await post("admin", "/settings/notifications", [["answered", "1"]])).status, 422);

  const addresses = await get("admin", "/settings/address");
  assert.deepEqual(chosen(addresses.document), { address: "registered" });
  assert.equal(addresses.document.querySelectorAll("[type=radio]").length, 4);
  await post("admin", "/settings/address", [["address", "current_january"]]);
  assert.deepEqual(await settings.ofTenant(), {
    v: 1,
    notify: { answered: true, reanswered: false, confirmed: false },
    address: "current_january",
  });
  const refused = await post("admin", "/settings/address", [["address", "elsewhere"]]);
  assert.equal(refused.status, 422);
  assert.match(errorOf(refused.document, "address"), /選択されていません/);
});

Deno.test("settings of a group are not for 依頼と確認, those of the company for 管理者 alone", async () => {
  for (const section of ["documents", "notice", "mails", "reminder"]) {
    for (
      const [who, status] of [["admin", 200], ["confirm", 200], ["download", 200], ["check", 403]] as const
    ) {
      assert.equal((await get(who, address(section))).status, status, `${section} ${who}`);
    }
  }
  for (const path of ["/settings/notifications", "/settings/address"]) {
    assert.equal((await get("confirm", path)).status, 403);
    assert.equal((await post("confirm", path, [["address", "current"]])).status, 403);
  }
});
