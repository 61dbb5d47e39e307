import assert from "node:assert/strict";
import { type Collected, collectedOf } from "../domain/declaration/collected.ts";
import { historyText } from "../domain/history.ts";
import { type Asked, isAsked } from "../domain/perform.ts";
import { reviewOf } from "../domain/request_acts/documents.ts";
import {
  DOCUMENT_KINDS,
  reviewCount,
  REVIEWED,
  type Reviewed,
  type ReviewStatus,
} from "../domain/request.ts";
import { type Answer, openDataPages } from "./data_pages_fixture.ts";

const { services, get, post } = await openDataPages(300);
const stores = services.stores((await services.tenants.byId("sample"))!);
const [head] = await stores.groups.list();
const GROUP = `/groups/${head!.id}`;
const LIST = `${GROUP}/documents`;
const members = (await Array.fromAsync(stores.members.walk(head!.id))).flat().filter(isAsked);

/** Words of rows that a test changed. */
const taken = new Set<string>();

interface Wanted {
  /** Undefined: whichever document. */
  of?: Reviewed;
  review?: ReviewStatus;
  request?: Asked["request"]["status"];
}

/** A document that stands there and that no other test took, with its page. */
function someDocument({ of, review = "waiting", request = "answered" }: Wanted = {}) {
  const found = members.filter((one) => one.request.status === request)
    .flatMap((one) => (of ? [of] : DOCUMENT_KINDS).map((kind) => ({ one, kind })))
    .find(({ one, kind }) =>
      reviewOf(one.request, kind)?.status === review && !taken.has(`${one.employee.id}.${kind}`)
    );
  assert(found, `nobody is ${request} with ${of} ${review}`);
  const { one: { employee: { id } }, kind } = found;
  taken.add(`${id}.${kind}`);
  return { id, of: kind, word: `${id}.${kind}`, page: `${GROUP}/requests/${id}/documents/${kind}` };
}

const nowOf = async (id: string) => (await stores.members.byId(id))!.request!;
const statusOf = async ({ id, of }: { id: string; of: Reviewed }) => reviewOf(await nowOf(id), of)?.status;
const said = ({ document }: Answer) => document.body.textContent!;
const rowsOf = ({ document }: Answer) => document.querySelectorAll("input[name=ids]").length;
const buttons = ({ document }: Answer) =>
  [...document.querySelectorAll("#review button, #review a")].map((one) => one.textContent!.trim());

Deno.test("書類一覧: the numbers of the matrix are those of the lists that they lead to", async () => {
  const { document } = await get("check", LIST);
  const cells = [...document.querySelectorAll("table")][0]!.querySelectorAll("a");
  assert.equal(cells.length, DOCUMENT_KINDS.length * 4);
  const tally = await stores.groups.tally(head!.id);
  assert.equal(
    cells[0]!.textContent,
    `${tally.byReview[reviewCount("this_year_dependants", "waiting")] ?? 0}`,
  );
  for (const cell of cells) {
    const list = await get("check", cell.getAttribute("href")!);
    const current = list.document.querySelector("[aria-current=true]");
    assert.equal(current?.getAttribute("href"), LIST, "chosen again it leads back to all");
    const wanted = Number(cell.textContent);
    if (wanted <= 50) assert.equal(rowsOf(list), wanted, cell.getAttribute("aria-label")!);
  }
});

Deno.test("表示切替 leads to the three views, from each of them", async () => {
  const addresses = [`${GROUP}/requests`, LIST, `${GROUP}/previous-jobs`];
  for (const address of addresses) {
    const { document } = await get("check", address);
    const links = [...document.querySelectorAll("nav[aria-label=表示切替] a")];
    assert.deepEqual(links.map((link) => link.getAttribute("href")), addresses);
    assert.equal(links.find((link) => link.hasAttribute("aria-current"))?.getAttribute("href"), address);
  }
});

Deno.test("前職情報一覧 says where the 源泉徴収票 is", async () => {
  const shown = await get("check", `${GROUP}/previous-jobs`);
  const headers = [...shown.document.querySelectorAll("table")].at(-1)!.querySelectorAll("thead th");
  assert.deepEqual([...headers].slice(1).map((one) => one.textContent), [
    "確認状況",
    "前職情報名",
    "原本の所在",
    "対象者の部署",
    "対象者の雇用形態",
    "操作",
  ]);
  assert.equal(rowsOf(shown), Math.min(50, members.filter(({ request }) => request.previousJob).length));
});

Deno.test("a range of 営業部 sees 営業部 only, no numbers of others, and nobody else's document by address", async () => {
  const list = await get("range", `${LIST}?review=waiting`);
  const cells = [...list.document.querySelectorAll("table")][0]!.querySelectorAll("a");
  assert([...cells].every((cell) => cell.textContent === "表示"));
  const inside = members.filter(({ employee }) => employee.department === "営業部");
  const waiting = inside.flatMap(({ request }) =>
    DOCUMENT_KINDS.filter((kind) => request.documents[kind]?.status === "waiting")
  );
  assert(waiting.length > 0);
  assert.equal(rowsOf(list), Math.min(50, waiting.length));
  const outside = members.find(({ employee, request }) =>
    employee.department !== "営業部" && request.documents.insurance?.status === "waiting"
  )!;
  const page = `${GROUP}/requests/${outside.employee.id}/documents/insurance`;
  assert.equal((await get("range", page)).status, 404);
  assert.equal((await post("range", page, [["act", "check"]])).status, 404);
  const many: [string, string][] = [["rows", `${outside.employee.id}.insurance`]];
  const result = await post("range", `${GROUP}/reviews/checked`, many);
  assert(!said(result).includes(outside.employee.lastName + " "), "who is not seen is not named");
  assert.equal(await statusOf({ id: outside.employee.id, of: "insurance" }), "waiting");
});

Deno.test("［書類をチェック］ shows the boxes of each kind of document, and no 個人番号", async () => {
  for (const of of REVIEWED) {
    const member = members.find(({ request }) =>
      request.status !== "requested" && reviewOf(request, of) !== undefined
    )!;
    const shown = await get("check", `${GROUP}/requests/${member.employee.id}/documents/${of}`);
    assert.equal(shown.status, 200, of);
    const tables = shown.document.querySelectorAll("table");
    assert(tables.length > 0, of);
    assert.doesNotMatch(said(shown), /個人番号\s*\d/);
    assert(said(shown).includes(member.employee.lastName));
  }
});

Deno.test("チェック待ち → ダブルチェック待ち → チェック済み → チェック待ち, each with its buttons and 操作履歴", async () => {
  const one = someDocument({ of: "insurance" });
  const before = (await stores.members.history(one.id)).length;
  const open = async () => buttons(await get("check", one.page)).slice(0, 3);
  const send = (act: string, seen: string) => post("check", one.page, [["act", act], ["seen", seen]]);
  assert.deepEqual(await open(), ["チェック済みにする", "ダブルチェック待ちにする", "差し戻す"]);
  const first = await send("double_check", "waiting");
  assert.equal(first.status, 303);
  assert.match(first.location!, /notice=review_double_checked/);
  assert.deepEqual(await open(), ["チェック済みにする", "ダブルチェック待ちを取り消す", "差し戻す"]);
  await send("check", "double_waiting");
  await send("check", "double_waiting");
  assert.equal(await statusOf(one), "checked");
  assert.deepEqual((await open()).slice(0, 2), ["チェック済みを取り消す", "差し戻す"]);
  await send("undo", "checked");
  assert.equal(await statusOf(one), "waiting");
  const history = (await stores.members.history(one.id)).slice(before).map(historyText);
  assert.deepEqual(history, [
    "check@sample.exampleが給与所得者の保険料控除申告書をダブルチェック待ちにしました",
    "check@sample.exampleが給与所得者の保険料控除申告書をチェック済みにしました",
    "check@sample.exampleが給与所得者の保険料控除申告書のチェック済みを取り消しました",
  ]);
});

Deno.test("差し戻す asks for 修正項目 and 修正内容; taking it back gives the 依頼 its status again", async () => {
  const one = someDocument({ of: "insurance" });
  const form = await get("check", `${one.page}/return`);
  const ticked = [...form.document.querySelectorAll("input[name=parts][checked]")];
  assert.deepEqual(ticked.map((box) => box.getAttribute("value")), ["insurance"]);
  const empty = await post("check", `${one.page}/return`, [["parts", "insurance"], ["comment", " "]]);
  assert.equal(empty.status, 422);
  assert.equal(empty.document.querySelector("textarea")?.getAttribute("aria-invalid"), "true");
  const long: [string, string][] = [["parts", "insurance"], ["comment", "あ".repeat(1_001)]];
  assert.equal((await post("check", `${one.page}/return`, long)).status, 422);
  const fields: [string, string][] = [["parts", "insurance"], ["comment", "金額を確認してください"]];
  for (let twice = 0; twice < 2; twice++) {
    const sent = await post("check", `${one.page}/return`, fields);
    assert.match(sent.location!, /notice=review_returned/);
  }
  const returned = await nowOf(one.id);
  assert.equal(returned.status, "correcting");
  assert.equal(returned.corrections.length, 1);
  const shown = await get("check", one.page);
  assert.deepEqual(buttons(shown).slice(0, 1), ["差し戻しを取り消す"]);
  assert(said(shown).includes("金額を確認してください"));
  await post("check", one.page, [["act", "cancel_return"], ["seen", "returned"]]);
  await post("check", one.page, [["act", "cancel_return"], ["seen", "returned"]]);
  const back = await nowOf(one.id);
  assert.equal(back.status, "answered");
  assert.equal(await statusOf(one), "waiting");
});

Deno.test("what the 依頼 does not allow is refused on the page, in words", async () => {
  const one = someDocument({ request: "confirmed", review: "checked" });
  const shown = await get("check", one.page);
  assert(!buttons(shown).some((text) => /にする|取り消す|差し戻す|編集/.test(text)));
  const refused = await post("check", one.page, [["act", "undo"], ["seen", "checked"]]);
  assert.equal(refused.status, 422);
  assert.match(said(refused), /確認状況を変更できるのは、依頼が「未依頼」/);
  assert.equal(await statusOf(one), "checked");
  const missing = DOCUMENT_KINDS.find((kind) => !members[0]!.request.documents[kind]) ?? "unknown";
  const nothing = `${GROUP}/requests/${members[0]!.employee.id}/documents`;
  assert.equal((await get("check", `${nothing}/${missing}`)).status, 404);
  assert.equal((await get("check", `${nothing}/unknown`)).status, 404);
});

Deno.test("ticked rows one after the other: ［<］［>］, going on after a check, and staying", async () => {
  const [first, second] = [someDocument(), someDocument()];
  const back = `${LIST}?review=waiting`;
  const ticks = `view=documents&ids=${first.word}&ids=${second.word}&return_to=${encodeURIComponent(back)}`;
  const begun = await get("check", `${GROUP}/reviews/walk?${ticks}`);
  assert.equal(begun.status, 303);
  assert(begun.location!.startsWith(first.page));
  const shown = await get("check", begun.location!);
  assert.match(said(shown), /1件目（2件中）/);
  const next = shown.document.querySelector("a[rel=next]")!.getAttribute("href")!;
  assert(next.startsWith(second.page));
  assert.equal(shown.document.querySelector("input[name=advance]")?.hasAttribute("checked"), true);
  const on = await post("check", begun.location!, [["act", "check"], ["seen", "waiting"], ["advance", "1"]]);
  assert(on.location!.startsWith(second.page));
  assert.match(on.location!, /notice=walk_checked/);
  const stays = await post("check", next, [["act", "double_check"], ["seen", "waiting"]]);
  assert(stays.location!.startsWith(second.page));
  const again = await get("check", stays.location!);
  assert.equal(again.document.querySelector("input[name=advance]")?.hasAttribute("checked"), false);
  const last = await post("check", next, [["act", "check"], ["seen", "double_waiting"], ["advance", "1"]]);
  assert.equal(last.location, `${back}&notice=walk_ended`);
});

Deno.test("all that match are gone through a page at a time", async () => {
  const query = `view=documents&all=1&return_to=${encodeURIComponent(LIST)}`;
  const begun = await get("check", `${GROUP}/reviews/walk?${query}`);
  const url = new URL(begun.location!, "http://x");
  const rows = url.searchParams.get("rows")!.split("~");
  assert(rows.length > 40 && rows.length <= 50);
  const [id, of] = rows.at(-1)!.split(".");
  const last = await get("check", `${GROUP}/requests/${id}/documents/${of}${url.search}`);
  const links = [...last.document.querySelectorAll("nav[aria-label^=選択した] a")];
  const more = links.find((link) => link.textContent === "続きの書類へ進む")!.getAttribute("href")!;
  const behind = new URL((await get("check", more)).location!, "http://x").searchParams.get("rows")!.split(
    "~",
  );
  assert(behind.every((row) => !rows.includes(row)));
});

Deno.test("ticked rows are set チェック済み at once: asked with numbers, told what stayed, no more than a page", async () => {
  const able = [someDocument(), someDocument({ review: "double_waiting" })];
  const left = someDocument({ review: "checked" });
  const ids = [...able, left].map(({ word }) => `ids=${word}`).join("&");
  const asked = await get("check", `${GROUP}/reviews/checked?view=documents&${ids}`);
  assert.match(said(asked), /2件をチェック済みにします。/);
  assert.match(said(asked), /次の1件は変わりません。/);
  const rows = [...asked.document.querySelectorAll("input[name=rows]")];
  const fields = rows.map((row): [string, string] => ["rows", row.getAttribute("value")!]);
  const result = await post("check", `${GROUP}/reviews/checked`, fields);
  assert.equal(result.status, 200);
  assert.match(said(result), /2件をチェック済みにしました。次の1件は変更していません。/);
  assert.match(said(result), /（[^（]+はチェック済み）/);
  for (const one of able) assert.equal(await statusOf(one), "checked");
  const all = await post("check", `${GROUP}/reviews/checked`, [["rows", someDocument().word], [
    "return_to",
    LIST,
  ]]);
  assert.equal(all.location, `${LIST}?notice=reviews_checked.1`);
  const many = Array.from({ length: 51 }, (_, i): [string, string] => ["rows", `${i}.insurance`]);
  assert.equal((await post("check", `${GROUP}/reviews/checked`, many)).status, 400);
  const everything = await get("check", `${GROUP}/reviews/checked?view=documents&all=1`);
  assert.match(said(everything), /一度にチェック済みにできるのは50件までです/);
});

Deno.test("nobody checks what they were not shown: 収集情報 that changed meanwhile is shown first", async () => {
  const { id, page, ...of } = someDocument();
  const actionIn = ({ document }: Answer) => document.querySelector("#review form")!.getAttribute("action")!;
  const shown = await get("check", page);
  const tenant = (await services.tenants.byId("sample"))!;
  const actor = { id: "u", email: "other@sample.example", employeeCode: null };
  await services.requestChanges(tenant).act(head!, id, actor, {
    act: ({ member: { request } }) => ({ request, history: [] }),
    async more({ member }) {
      const [{ declaration }] = await collectedOf(stores, [member]) as [Collected];
      const self = { ...declaration.self, lastName: "佐々木" };
      return stores.declarations.put(member, { ...declaration, self });
    },
  });
  for (const act of ["check", "double_check"]) {
    const late = await post("check", actionIn(shown), [["act", act], ["seen", "waiting"]]);
    assert.equal(late.status, 409);
    assert.match(said(late), /この画面を開いたあとに、収集情報が変更されました/);
    assert.equal(await statusOf({ id, ...of }), "waiting");
  }
  const again = await post("check", actionIn(shown), [["act", "check"], ["seen", "waiting"]]);
  const done = await post("check", actionIn(again), [["act", "check"], ["seen", "waiting"]]);
  assert.equal(done.status, 303);
  assert.equal(await statusOf({ id, ...of }), "checked");
});
