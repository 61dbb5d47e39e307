import assert from "node:assert/strict";
import { absoluteTime } from "../components/relative_time.ts";
import { setClock } from "../domain/clock.ts";
import { historyText } from "../domain/history.ts";
import { type Asked, isAsked } from "../domain/perform.ts";
import { DOCUMENT_KINDS, type DocumentKind } from "../domain/request.ts";
import { SAMPLE_PASSWORD } from "../sources/sample/logins.ts";
import { openDataPages } from "./data_pages_fixture.ts";

const { services, get, post } = await openDataPages(300);
const sample = (await services.tenants.byId("sample"))!;
const stores = services.stores(sample);
const [head, factory] = await stores.groups.list();

const taken = new Set<string>();

/** Somebody of 本社 who fits and whom no other test took, and their 依頼詳細. */
async function somebody(fits: (member: Asked) => boolean): Promise<{ id: string; home: string }> {
  for await (const members of stores.members.walk(head!.id)) {
    const member = members.filter(isAsked).find((one) => fits(one) && !taken.has(one.employee.id));
    if (!member) continue;
    const { id } = member.employee;
    taken.add(id);
    return { id, home: `/groups/${head!.id}/requests/${id}` };
  }
  return assert.fail("nobody fits");
}

const requestOf = async (id: string) => (await stores.members.byId(id))!.request!;
const historyOf = async (id: string) => (await stores.members.history(id)).map(historyText);
const said = (answer: { document: Document }) => answer.document.body.textContent!;
const buttons = (document: Document) =>
  [...document.querySelectorAll("button, a")].map((one) =>
    one.getAttribute("aria-label") ?? one.textContent!.trim()
  );

Deno.test("a 管理者メモ is added with who and when, and there is no way to change it", async () => {
  const { id, home } = await somebody(() => true);
  const before = (await requestOf(id)).memos.length;
  const history = await historyOf(id);
  const form = await get("check", `${home}/memos?return_to=${encodeURIComponent(`${home}?tab=family`)}`);
  assert.equal(form.document.querySelector("[name=return_to]")?.getAttribute("value"), `${home}?tab=family`);
  const at = Date.now();
  using _ = clockAt(at);
  const text = "電話で確認\n😀".padEnd(500, "あ");
  const added = await post("check", `${home}/memos`, [["text", text], ["return_to", `${home}?tab=family`]]);
  assert.equal(added.status, 303);
  assert.equal(added.location, `${home}?tab=family&notice=memo_added`);
  const { memos } = await requestOf(id);
  assert.equal(memos.length, before + 1);
  assert.deepEqual(memos.at(-1), { text, at, by: "check@sample.example" });
  const shown = await get("admin", home);
  const [first] = [...shown.document.querySelectorAll(".whitespace-pre-wrap")].map((one) => one.textContent);
  assert.equal(first, text);
  assert.ok(said(shown).includes(`${absoluteTime(at)} check@sample.example`));
  assert.deepEqual(await historyOf(id), history, "操作履歴 says nothing of it");
});

Deno.test("a memo of 501 characters is refused at its field, and what was written stays", async () => {
  const { id, home } = await somebody(() => true);
  const before = await requestOf(id);
  const text = "あ".repeat(501);
  const refused = await post("check", `${home}/memos`, [["text", text]]);
  assert.equal(refused.status, 422);
  assert.match(refused.document.querySelector("#memo-error")!.textContent!, /501文字.*500文字以内/);
  assert.equal(refused.document.querySelector("textarea")!.textContent, text);
  const json = await post("check", `${home}/memos`, [["text", ""]], "application/json");
  assert.equal(json.status, 422);
  assert.equal(JSON.parse(json.text).error.code, "memo_empty");
  assert.deepEqual(await requestOf(id), before);
});

Deno.test("修正依頼 asks for parts with a comment, and cancelling takes back all of them but no 差し戻し", async () => {
  const { id, home } = await somebody(({ request }) =>
    request.status === "answered" && request.documents.insurance?.status === "waiting"
  );
  const count = (await historyOf(id)).length;
  assert.ok(buttons((await get("check", home)).document).includes("修正依頼"));
  assert.ok(!buttons((await get("check", home)).document).includes("修正依頼を取り消し"));
  const nothing = await post("check", `${home}/corrections`, [["comment", "金額"]]);
  assert.equal(nothing.status, 422);
  assert.equal(nothing.document.querySelector("textarea")!.textContent, "金額");
  const ask = (part: string, comment: string) =>
    post("check", `${home}/corrections`, [["parts", part], ["comment", comment]]);
  assert.equal((await ask("insurance", "")).status, 422);
  assert.equal((await ask("insurance", "金額を確認")).location, `${home}?notice=correction_requested`);
  await ask("self", "住所を確認");
  const asked = await get("check", home);
  assert.match(
    said(asked),
    /修正待ち[^]*修正項目：本人情報住所を確認[^]*修正待ち[^]*修正項目：保険情報金額を確認/,
  );
  assert.equal((await requestOf(id)).status, "correcting");
  const [second] = [...(await get("check", `${home}/history`)).document.querySelectorAll("li")];
  assert.match(second!.textContent!, /check@sample\.exampleが収集情報を修正依頼しました住所を確認/);

  await services.requestChanges(sample).act(
    head!,
    id,
    { id: "x", email: "x@x.example", employeeCode: null },
    {
      act: ({ member: { request } }) => {
        const { insurance } = request.documents;
        const corrections = [...request.corrections, {
          from: "insurance" as const,
          parts: ["insurance" as const],
          comment: "差し戻し",
          at: 1,
        }];
        const returned = { ...insurance!, status: "returned" as const, beforeReturn: "waiting" as const };
        return {
          request: { ...request, corrections, documents: { ...request.documents, insurance: returned } },
          history: [],
        };
      },
    },
  );
  const cancelled = await post("check", `${home}/corrections/cancellation`, []);
  assert.equal(cancelled.location, `${home}?notice=corrections_cancelled`);
  const left = await requestOf(id);
  assert.deepEqual(left.corrections.map(({ from }) => from), ["insurance"]);
  assert.equal(left.status, "correcting", "the 差し戻し is still open");
  assert.match(said(await get("check", home)), /給与所得者の保険料控除申告書修正項目：保険情報差し戻し/);
  const again = await post("check", `${home}/corrections/cancellation`, []);
  assert.equal(again.status, 422);
  assert.match(said(again), /取り消す修正依頼がありません/);
  assert.deepEqual((await historyOf(id)).slice(count), [
    "check@sample.exampleが収集情報を修正依頼しました",
    "check@sample.exampleが収集情報を修正依頼しました",
    "check@sample.exampleが収集情報の修正依頼を取り消しました",
  ]);
});

Deno.test("修正依頼 is not offered, and refused, where nothing was answered or all is 確定", async () => {
  for (const status of ["not_requested", "requested", "confirmed"]) {
    const { id, home } = await somebody(({ request }) => request.status === status);
    const before = await requestOf(id);
    assert.ok(!buttons((await get("check", home)).document).includes("修正依頼"), status);
    const sent = await post("check", `${home}/corrections`, [["parts", "self"], ["comment", "x"]]);
    assert.equal(sent.status, 422);
    assert.deepEqual(await requestOf(id), before);
  }
});

const deletable = (kind: DocumentKind) => ({ request }: Asked) =>
  (request.status === "answered" || request.status === "reanswered") &&
  request.documents[kind]?.status === "waiting";

Deno.test("a document is deleted by a 管理者 who gives the password again, and by nobody else", async () => {
  const { id, home } = await somebody(deletable("insurance"));
  const address = `${home}/documents/insurance/deletion`;
  const before = await requestOf(id);
  assert.equal((await get("confirm", address)).status, 403);
  assert.equal((await post("confirm", address, [["password", SAMPLE_PASSWORD]])).status, 403);
  assert.ok(!buttons((await get("confirm", home)).document).some((name) => name.endsWith("の削除")));
  const name = "給与所得者の保険料控除申告書の削除";
  assert.ok(buttons((await get("admin", home)).document).includes(name));
  const wrong = await post("admin", address, [["password", "wrong"]]);
  assert.equal(wrong.status, 403);
  assert.match(wrong.document.querySelector("#password-error")!.textContent!, /パスワードが正しくありません/);
  assert.deepEqual(await requestOf(id), before);
  const done = await post("admin", address, [["password", SAMPLE_PASSWORD]]);
  assert.equal(done.location, `${home}?notice=document_deleted`);
  const after = await requestOf(id);
  assert.equal(after.documents.insurance, undefined);
  assert.equal(
    (await historyOf(id)).at(-1),
    "admin@sample.exampleが給与所得者の保険料控除申告書を削除しました",
  );
  assert.ok(!buttons((await get("admin", home)).document).includes(name));
  assert.equal((await post("admin", address, [["password", SAMPLE_PASSWORD]])).status, 422);
});

Deno.test("what is チェック済み, of another status, or no document at all is not deleted", async () => {
  const { id, home } = await somebody(({ request }) =>
    request.status === "answered" &&
    DOCUMENT_KINDS.some((kind) => request.documents[kind]?.status === "checked")
  );
  const before = await requestOf(id);
  const checked = DOCUMENT_KINDS.find((kind) => before.documents[kind]?.status === "checked")!;
  const send = (document: string) =>
    post("admin", `${home}/documents/${document}/deletion`, [["password", SAMPLE_PASSWORD]]);
  assert.equal((await send(checked)).status, 422);
  assert.equal((await send("previous_job")).status, 404);
  assert.deepEqual(await requestOf(id), before);
  const confirmed = await somebody(({ request }) =>
    request.status === "confirmed" && request.documents.this_year_dependants !== undefined
  );
  const address = `${confirmed.home}/documents/this_year_dependants/deletion`;
  assert.equal((await post("admin", address, [["password", SAMPLE_PASSWORD]])).status, 422);
});

Deno.test("wrong passwords count: after too many even the right one waits", async () => {
  const { id, home } = await somebody(deletable("this_year_dependants"));
  const address = `${home}/documents/this_year_dependants/deletion`;
  const seen: number[] = [];
  for (let tries = 0; tries < 30 && seen.at(-1) !== 429; tries++) {
    seen.push((await post("admin", address, [["password", "wrong"]])).status);
  }
  assert.deepEqual([seen[0], seen.at(-1)], [403, 429]);
  const right = await post("admin", address, [["password", SAMPLE_PASSWORD]]);
  assert.equal(right.status, 429);
  assert.ok((await requestOf(id)).documents.this_year_dependants);
});

Deno.test("操作履歴 is a page of its own, and nothing of another group or range is found", async () => {
  const { home } = await somebody(({ request }) => request.status === "confirmed");
  const shown = await get("check", `${home}/history`);
  assert.equal(shown.status, 200);
  assert.equal(shown.document.querySelector("h1")!.textContent, "操作履歴");
  const elsewhere = home.replace(head!.id, factory!.id);
  for (const page of ["", "/history", "/memos", "/corrections", "/corrections/cancellation"]) {
    assert.equal((await get("admin", elsewhere + page)).status, 404, page);
    assert.equal((await get("none", home + page)).status, 403, page);
  }
});

function clockAt(at: number): Disposable {
  return { [Symbol.dispose]: setClock({ now: () => at }) };
}
