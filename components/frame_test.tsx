import assert from "node:assert/strict";
import type { Role } from "../domain/permission.ts";
import type { User } from "../domain/user.ts";
import { Layout } from "./Layout.tsx";
import { MenuPage } from "./MenuPage.tsx";
import { draw, textOf, textsOf } from "./render_fixture.ts";
import { japaneseYear } from "./year.ts";

const TENANT = { v: 1, id: "t", name: "株式会社見本", hosts: [], year: 2026, createdAt: 0 } as const;

function user(role: Role): User {
  return {
    v: 1,
    id: "u",
    email: "a@x.example",
    name: "見本 太郎",
    role,
    range: { kind: "all" },
    roleId: null,
    employeeCode: null,
    active: true,
    createdAt: 0,
  };
}

function frame(
  who: User | null,
  path = "/",
  accepted: { id: string; title: string } | null = null,
): Document {
  return draw(
    <Layout tenant={{ ...TENANT, hosts: [] }} user={who} path={path} accepted={accepted}>本文</Layout>,
  );
}

const navigation = (page: Document) => textsOf(page, "nav[aria-label=メインメニュー] a");

Deno.test("the navigation shows what a role may open", () => {
  const admin = ["年末調整メニュー", "依頼一覧", "対象従業員設定", "バックグラウンド処理", "設定", "ヘルプ"];
  assert.deepEqual(navigation(frame(user("admin"))), admin);
  const others = ["年末調整メニュー", "依頼一覧", "バックグラウンド処理", "ヘルプ"];
  for (const role of ["confirm", "download", "check"] as const) {
    assert.deepEqual(navigation(frame(user(role))), others);
  }
  assert.deepEqual(navigation(frame(user("none"))), ["年末調整メニュー"]);
  assert.deepEqual(navigation(frame(null)), []);
});

Deno.test("the entry of this page is marked, also from a page below it", () => {
  const marked = (path: string) => {
    const link = frame(user("admin"), path).querySelector("nav [aria-current]");
    return [textOf(link), link?.getAttribute("aria-current")];
  };
  assert.deepEqual(marked("/background-jobs"), ["バックグラウンド処理", "page"]);
  assert.deepEqual(marked("/background-jobs/01K"), ["バックグラウンド処理", "true"]);
  assert.deepEqual(marked("/groups/g/requests"), ["依頼一覧", "true"]);
});

Deno.test("company, year, person and the way out are in the header; nobody signed in has none of them", () => {
  const page = frame(user("admin"));
  assert.match(textOf(page.querySelector("header")), /株式会社見本 ?令和8年/);
  assert.equal(page.querySelector("form[action='/logout']")?.getAttribute("method"), "post");
  assert.match(textOf(page.querySelector("#account-menu")), /見本 太郎 ?a@x\.example ?管理者/);
  assert.equal(frame(null).querySelector("form"), null);
});

Deno.test("the skip link leads to the content, which can take the focus", () => {
  const page = frame(user("admin"));
  const first = page.querySelector("body > *");
  assert.equal(first?.getAttribute("href"), "#main");
  assert.equal(page.querySelector("main")?.getAttribute("tabindex"), "-1");
});

Deno.test("the acceptance is announced with links to the job and to the list", () => {
  const region = frame(user("admin"), "/", { id: "J1", title: "本社の従業員情報の取り込み" }).querySelector(
    "#flash",
  );
  assert.equal(region?.getAttribute("role"), "status");
  assert.equal(
    textOf(region),
    "本社の従業員情報の取り込みを受け付けました。処理の結果は［バックグラウンド処理］で確認してください",
  );
  const links = [...region!.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  assert.deepEqual(links, ["/background-jobs/J1", "/background-jobs"]);
});

const menu = (role: Role, more: Partial<Parameters<typeof MenuPage>[0]> = {}) =>
  draw(<MenuPage user={user(role)} year={2026} season="open" start={null} items={[]} {...more} />);

Deno.test("the menu leads to what a role may open, and tells the others that there is nothing", () => {
  assert.deepEqual(textsOf(menu("check"), "h2 a"), ["依頼一覧", "バックグラウンド処理", "ヘルプ"]);
  assert.match(textOf(menu("admin")), /令和8年（2026年）の年末調整/);
  const none = menu("none");
  assert.match(textOf(none), /操作する権限がありません。/);
  assert.equal(none.querySelector('a[href="/groups"]'), null);
});

Deno.test("the 管理者 alone begins a year, goes on setting it up, and finds the years before", () => {
  const links = (role: Role, more: Parameters<typeof menu>[1]) =>
    [...menu(role, more).querySelectorAll('a[href="/groups"], a[href^="/years"], a[href="/employees"]')]
      .map((link) => textOf(link));
  const first = (role: Role, more: Parameters<typeof menu>[1]) => links(role, more)[0];
  assert.equal(first("admin", { season: "not_started", start: 2026 }), "はじめる");
  assert.equal(first("admin", { season: "setting_up" }), "設定を続ける");
  assert.equal(first("admin", {}), "管理画面へ");
  assert.equal(first("confirm", { season: "not_started", start: 2026 }), "管理画面へ");
  assert.ok(links("admin", { start: 2027 }).includes("令和9年（2027年）の年末調整をはじめる"));
  assert.ok(links("admin", {}).includes("過去の年末調整"));
  assert.ok(!links("confirm", { start: 2027 }).some((text) => /年末調整をはじめる|過去/.test(text)));
});

Deno.test("japaneseYear", () => {
  assert.equal(japaneseYear(2026), "令和8年");
  assert.equal(japaneseYear(2019), "令和元年");
});
