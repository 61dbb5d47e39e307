import assert from "node:assert/strict";
import type { Group } from "../domain/group.ts";
import { SAMPLE_PASSWORD } from "../sources/sample/logins.ts";
import { openDataPages } from "./data_pages_fixture.ts";

const { services, get } = await openDataPages(300);
const sample = (await services.tenants.byId("sample"))!;
const stores = services.stores(sample);
const [head, factory] = await stores.groups.list() as [Group, Group];
const LIST = `/groups/${head.id}/requests`;

/** The text of each body cell in the column with this header, of the first table that has it. */
function column(document: Document, header: string): string[] {
  for (const table of document.querySelectorAll("table")) {
    const heads = [...table.querySelectorAll("thead th")];
    const at = heads.findIndex((head) => head.textContent?.trim() === header);
    if (at < 0) continue;
    return [...table.querySelectorAll("tbody tr")].map((row) => {
      const cell = row.children[at]!.cloneNode(true) as Element;
      for (const label of cell.querySelectorAll("[aria-hidden]")) label.remove();
      return cell.textContent!.trim();
    });
  }
  return assert.fail(header);
}

const link = (document: Document, text: string) =>
  [...document.querySelectorAll("a")].find((a) => a.textContent?.includes(text))?.getAttribute("href");

/** 社員番号 of every row of a list, from this page to the last. */
async function everyCode(who: string, path: string): Promise<string[]> {
  const codes: string[] = [];
  for (let at: string | null | undefined = path; at;) {
    const { document, status } = await get(who, at);
    assert.equal(status, 200);
    codes.push(
      ...[...document.querySelectorAll("tbody [name=ids]")].map((box) =>
        box.closest("tr")!.textContent!.match(/\d{6}/)![0]
      ),
    );
    at = document.querySelector("a[rel=next]")?.getAttribute("href");
  }
  return codes;
}

Deno.test("who may open what", async () => {
  const expected: [string, Record<string, number>][] = [
    ["/employees", { admin: 200, confirm: 403, download: 403, check: 403, none: 403 }],
    [LIST, { admin: 200, confirm: 200, download: 200, check: 200, none: 403 }],
    ["/groups", { admin: 303, check: 303, none: 403 }],
  ];
  for (const [path, roles] of expected) {
    for (const [who, status] of Object.entries(roles)) {
      assert.equal((await get(who, path)).status, status, `${who} ${path}`);
    }
    const stranger = await get(null, path);
    assert.equal(stranger.status, 303);
    assert.match(stranger.location!, /^\/login/);
  }
});

Deno.test("GET /groups is JSON for scripts, newest first, and leads a browser to the first group", async () => {
  const { status, text } = await get("check", "/groups", { accept: "application/json" });
  assert.equal(status, 200);
  const groups: { id: string; name: string; employees: number }[] = JSON.parse(text);
  assert.deepEqual(groups.map(({ name, employees }) => [name, employees]), [
    ["本社", 90],
    ["工場", 60],
    ["店舗", 30],
    ["役員", 0],
  ]);
  assert.deepEqual(Object.keys(groups[0]!), ["id", "name", "employees"]);
  assert.equal((await get("check", "/groups")).location, LIST);
});

Deno.test("依頼一覧 shows 50 a page in 社員番号 order, with the way on and back", async () => {
  const first = await get("admin", LIST);
  assert.equal(first.document.querySelector("h1")?.textContent, "本社の年末調整");
  assert.equal(column(first.document, "依頼状況").length, 50);
  const codes = await everyCode("admin", LIST);
  assert.equal(codes.length, 90);
  assert.deepEqual(codes, codes.toSorted());
  const second = await get("admin", first.document.querySelector("a[rel=next]")!.getAttribute("href")!);
  assert.equal(column(second.document, "依頼状況").length, 40);
  assert.equal(second.document.querySelector("a[rel=prev]")?.getAttribute("href"), LIST);
});

Deno.test("the counts of 依頼状況 are those of the group, and each filters the list", async () => {
  const { document } = await get("check", LIST);
  const { byStatus } = await stores.groups.tally(head.id);
  const counts = [...document.querySelectorAll('nav[aria-label="依頼状況"] a')];
  assert.deepEqual(counts.map((a) => a.textContent), [
    `未依頼${byStatus.not_requested}件`,
    `依頼中${byStatus.requested}件`,
    `入力中${byStatus.answering}件`,
    `回答済み${byStatus.answered}件`,
    `修正依頼中${byStatus.correcting}件`,
    `再回答${byStatus.reanswered}件`,
    `確定${byStatus.confirmed}件`,
    `回答期限切れ${byStatus.expired}件`,
  ]);
  const asked = await get("check", counts[1]!.getAttribute("href")!);
  assert.deepEqual(column(asked.document, "依頼状況"), Array(byStatus.requested).fill("依頼中"));
  assert.equal(
    asked.document.querySelector('nav[aria-label="依頼状況"] [aria-current]')?.getAttribute("href"),
    LIST,
  );
});

Deno.test("search and filters narrow the list and stay in the form", async () => {
  const { document } = await get("admin", `${LIST}?q=000001&status=requested`);
  assert.equal(column(document, "依頼状況").length, 1);
  assert.equal(document.querySelector("[name=q]")?.getAttribute("value"), "000001");
  assert.equal(document.querySelectorAll("[name=status][checked]").length, 1);
  const empty = await get("admin", `${LIST}?q=だれもいない`);
  assert.match(empty.document.querySelector("tbody")!.textContent!, /該当する依頼はありません。/);
});

Deno.test("a range of 営業部 sees 営業部 only, without the numbers of others, and not by address either", async () => {
  const codes = await everyCode("range", LIST);
  assert(codes.length > 5 && codes.length < 90);
  const members = await stores.members.byCodes(codes);
  const self = (await services.accounts.find("sample", "range@sample.example"))!.employeeCode!;
  assert(codes.includes(self));
  assert(members.every((member) => member?.employee.department === "営業部"));
  const { document } = await get("range", LIST);
  assert.doesNotMatch(document.querySelector('nav[aria-label="依頼状況"]')!.textContent!, /\d/);
  assert.deepEqual(
    [...document.querySelectorAll("[name=department]")].map((box) => box.getAttribute("value")),
    ["営業部", ""],
  );
  const outside = (await Array.fromAsync(stores.members.walk(head.id))).flat()
    .find(({ employee }) => employee.department !== "営業部" && employee.code !== self)!;
  assert.equal((await get("range", `${LIST}/${outside.employee.id}`)).status, 404);
  assert.equal((await get("range", `${LIST}/${members[0]!.employee.id}`)).status, 200);
});

Deno.test("a limited range without being a target oneself sees nobody, and is told why", async () => {
  const range = { kind: "condition" as const, departments: [], employmentTypes: ["正社員"] };
  const outsider = { email: "outsider@sample.example", name: "外部 太郎", role: "check" as const, range };
  for (const employeeCode of [null, "999999"]) {
    const email = `${employeeCode}-${outsider.email}`;
    await services.accounts.create("sample", { ...outsider, email, employeeCode }, SAMPLE_PASSWORD);
    const who = email.split("@")[0]!;
    const { document } = await get(who, LIST);
    assert.equal(document.querySelectorAll("tbody tr").length, 0);
    assert.match(document.querySelector("main, body")!.textContent!, /対象従業員ではないため/);
    const employee = (await Array.fromAsync(stores.members.walk(head.id))).flat()[0]!.employee;
    assert.equal((await get(who, `${LIST}/${employee.id}`)).status, 404);
  }
});

Deno.test("what is not there, or another tenant's, or of another group, is not found", async () => {
  const other = services.stores((await services.tenants.byId("other"))!);
  const [foreign] = await other.groups.list();
  const [stranger] = (await Array.fromAsync(other.members.walk(foreign!.id))).flat();
  const [worker] = (await Array.fromAsync(stores.members.walk(factory.id))).flat();
  for (
    const path of [
      "/groups/01ZZZZZZZZZZZZZZZZZZZZZZZZ/requests",
      `/groups/${foreign!.id}/requests`,
      `${LIST}/${stranger!.employee.id}`,
      `${LIST}/${worker!.employee.id}`,
      `${LIST}/nobody`,
      `/employees?group=${foreign!.id}`,
    ]
  ) assert.equal((await get("admin", path)).status, 404, path);
  assert.equal((await get("admin", `${LIST}?cursor=made-up`)).status, 400);
});

Deno.test("依頼詳細 shows the person, each 確認状況 and the memos, the latest first", async () => {
  const members = (await Array.fromAsync(stores.members.walk(head.id))).flat();
  const member = members.find(({ request }) => request!.memos.length > 1)!;
  const { document } = await get("check", `${LIST}/${member.employee.id}`);
  assert.equal(
    document.querySelector("h1")?.textContent,
    `${member.employee.lastName} ${member.employee.firstName}`,
  );
  const shown = column(document, "確認状況");
  assert.equal(shown.length, 6);
  const made =
    [...Object.values(member.request!.documents), member.request!.previousJob].filter(Boolean).length;
  assert.equal(shown.filter((text) => text === "未作成").length, 6 - made);
  const memos = [...document.querySelectorAll("li p.whitespace-pre-wrap")].map((p) => p.textContent);
  assert.deepEqual(memos, member.request!.memos.map((memo) => memo.text).toReversed());
});

Deno.test("依頼詳細 shows 保険情報 to be read only", async () => {
  const members = (await Array.fromAsync(stores.members.walk(head.id))).flat();
  const insurances = await stores.insurance.of(members.map(({ employee }) => employee.id));
  const at = insurances.findIndex(({ contracts, dc }) => contracts.length > 0 && dc !== null);
  const { contracts, dc } = insurances[at]!;
  const { document } = await get("check", `${LIST}/${members[at]!.employee.id}?tab=insurance`);
  const tab = document.querySelector("#collected")!;
  const shown = [...tab.querySelectorAll("h3")].filter((one) => one.textContent!.endsWith("件）")).map((
    heading,
  ) => Number(/\d+/.exec(heading.textContent!)));
  assert.equal(shown.reduce((sum, n) => sum + n, 0), contracts.length);
  const terms = [...tab.querySelectorAll("dd")].map((value) => value.textContent);
  assert.ok(terms.includes(`${dc!.amount.toLocaleString("ja-JP")}円`));
  assert.equal(tab.querySelector("form"), null);
});

Deno.test("対象従業員設定 lists everybody by group and then those in none", async () => {
  const { document } = await get("admin", "/employees?group=none");
  assert.deepEqual(new Set(column(document, "依頼グループ")), new Set(["-"]));
  const all = await get("admin", "/employees");
  assert.deepEqual(new Set(column(all.document, "依頼グループ")), new Set(["本社"]));
  const found = await get("admin", "/employees?q=O'Connor");
  assert.deepEqual(column(found.document, "氏名"), ["O'Connor Mary Ann"]);
  const tab = await get("admin", "/employees?tab=groups");
  assert.deepEqual(column(tab.document, "従業員数"), ["90名", "60名", "30名", "0名"]);
  assert.deepEqual(column(tab.document, "受付終了日"), ["-", "2027/01/29", "2026/11/06", "-"]);
});

Deno.test("menus come from the operations that the person may start", async () => {
  const menus = async (who: string, path: string) => {
    const { document } = await get(who, path);
    return [...document.querySelectorAll("summary, a")].map((element) => element.textContent!.trim())
      .filter((text) => ["ダウンロード", "依頼グループ設定", "情報一括ダウンロード"].includes(text));
  };
  assert.deepEqual(await menus("admin", LIST), ["情報一括ダウンロード", "依頼グループ設定", "ダウンロード"]);
  assert.deepEqual(await menus("download", LIST), ["依頼グループ設定", "ダウンロード"]);
  assert.deepEqual(await menus("check", LIST), []);
  assert.deepEqual(await menus("admin", "/employees"), ["ダウンロード"]);
  const { document } = await get("admin", `${LIST}?q=a&accepted=01X`);
  const start = link(document, "従業員を一括追加（CSV）");
  assert.equal(new URL(start!, "http://localhost").searchParams.get("return_to"), `${LIST}?q=a`);
});
