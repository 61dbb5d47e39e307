import assert from "node:assert/strict";
import { fullName } from "../domain/employee.ts";
import type { Group } from "../domain/group.ts";
import { openDataPages } from "./data_pages_fixture.ts";

/** The forms of 対象従業員設定 as plain pages, and as JSON for its dialogs. One sample company serves all tests. */
const { services, get, post } = await openDataPages(60);
const stores = services.stores((await services.tenants.byId("sample"))!);
const [head] = await stores.groups.list() as [Group];
const walk = async (group: string | null) => (await Array.fromAsync(stores.members.walk(group))).flat();
const names = async () => (await stores.groups.list()).map(({ name }) => name);

const JSON_TYPE = "application/json";
const TAB = "/employees?tab=groups";
const value = (document: Document, name: string) =>
  document.querySelector(`[name=${name}]`)?.getAttribute("value");

Deno.test("a group is added, renamed and deleted by plain forms; each says so on the page it came from", async () => {
  const added = await post("admin", "/employees/groups/new", [["name", " 大阪 "], ["return_to", TAB]]);
  assert.deepEqual([added.status, added.location], [303, `${TAB}&notice=group_created`]);
  const [group] = await stores.groups.list();
  assert.equal(group?.name, "大阪");
  const address = `/employees/groups/${group.id}`;
  const form = await get("admin", `${address}?return_to=${encodeURIComponent(TAB)}`);
  assert.equal(value(form.document, "name"), "大阪");
  assert.equal(value(form.document, "return_to"), TAB);
  assert.equal((await post("admin", address, [["name", "関西"]])).location, `${TAB}&notice=group_renamed`);
  const page = await get("admin", `${TAB}&notice=group_renamed`);
  assert.ok(page.text.includes("関西"));
  assert.match(
    (await get("admin", `${address}/deletion`)).document.querySelector("form")!.textContent!,
    /関西/,
  );
  assert.equal((await post("admin", `${address}/deletion`, [])).location, `${TAB}&notice=group_deleted`);
  assert.deepEqual(await names(), ["本社", "工場", "店舗", "役員"]);
});

Deno.test("a refused name is shown again with the reason at its field; a dialog gets the reason as JSON", async () => {
  const again = await post("admin", "/employees/groups/new", [["name", "本社"], ["return_to", TAB]]);
  assert.equal(again.status, 422);
  const field = again.document.querySelector("input[name=name]")!;
  assert.deepEqual([field.getAttribute("value"), field.getAttribute("aria-invalid")], ["本社", "true"]);
  assert.match(
    again.document.getElementById("name-error")!.textContent!,
    /同じ名前の依頼グループがすでにあります/,
  );
  assert.equal(value(again.document, "return_to"), TAB);
  const json = await post("admin", "/employees/groups/new", [["name", "あ".repeat(51)]], JSON_TYPE);
  assert.equal(json.status, 422);
  assert.equal(JSON.parse(json.text).error.code, "group_name_too_long");
  const done = await post("admin", "/employees/groups/new", [["name", "大阪"]], JSON_TYPE);
  assert.deepEqual([done.status, JSON.parse(done.text)], [200, { location: `${TAB}&notice=group_created` }]);
});

Deno.test("a group with people is not deleted, and says how many they are", async () => {
  const refused = await post("admin", `/employees/groups/${head.id}/deletion`, []);
  assert.equal(refused.status, 409);
  assert.match(refused.text, /従業員が所属しています（18名）/);
});

Deno.test("somebody is put into a group by its name, a new one too; who is elsewhere is not found", async () => {
  const [member] = await walk(null);
  const address = `/employees/${member!.employee.id}/group`;
  const form = await get("admin", `${address}?return_to=%2Femployees%3Fgroup%3Dnone`);
  assert.match(form.text, new RegExp(fullName(member!.employee)));
  const offered = [...form.document.querySelectorAll("datalist option")].map((one) =>
    one.getAttribute("value")
  );
  assert.deepEqual(offered, await names());
  const sent = await post("admin", address, [["name", "京都"], ["return_to", "/employees?group=none"]]);
  assert.equal(sent.location, "/employees?group=none&notice=group_changed");
  const [group] = await stores.groups.list();
  assert.deepEqual((await walk(group!.id)).map(({ employee }) => employee.id), [member!.employee.id]);
  assert.equal((await get("admin", "/employees/nobody/group")).status, 404);
});

Deno.test("ticked people: the question names them, and the answer says who could not be deleted", async () => {
  const members = await walk(head.id);
  const asked = members.find(({ request }) => request!.status !== "not_requested")!;
  const free = members.find(({ request }) => request!.status === "not_requested")!;
  const ids = [asked, free].map(({ employee }): [string, string] => ["ids", employee.id]);
  const question = await get("admin", `/employees/deletions?${new URLSearchParams(ids)}`);
  assert.match(question.text, /2名の従業員を削除しますか？/);
  assert.equal(question.document.querySelectorAll("[name=ids]").length, 2);
  const answer = await post("admin", "/employees/deletions", ids);
  assert.equal(answer.status, 200);
  assert.match(answer.text, /1名の従業員を削除しました。次の1名は削除していません。/);
  const row = answer.document.querySelector("tbody tr")!.textContent!;
  assert.ok(row.includes(asked.employee.code) && row.includes("「未依頼」ではありません"), row);
  assert.equal(await stores.members.byId(free.employee.id), null);
  assert.ok(await stores.members.byId(asked.employee.id));
  const [single] = await walk(null);
  const gone = await post("admin", "/employees/deletions", [["ids", single!.employee.id]]);
  assert.deepEqual([gone.status, gone.location], [303, "/employees?notice=employees_deleted.1"]);
});

Deno.test("a group that is none is not found, however long its name is", async () => {
  for (const group of ["nobody", "x".repeat(3_000)]) {
    const addresses = [`/employees/deletions?all=1&in_group=${group}`, `/employees/groups/${group}`];
    for (const address of [...addresses, `/employees/${group}`, `/employees/deletions?ids=${group}`]) {
      const { status } = await get("admin", address);
      assert.equal(status, address.includes("ids=") ? 200 : 404, address);
    }
  }
});

Deno.test("nobody ticked, and more than a page, is refused", async () => {
  const many = Array.from({ length: 51 }, (_, i): [string, string] => ["ids", `id-${i}`]);
  for (const fields of [[], many]) {
    assert.equal((await post("admin", "/employees/deletions", fields)).status, 400);
  }
});

Deno.test("all who match: the question counts them, and its form starts row 11 with the list's filter", async () => {
  const query = new URLSearchParams([["all", "1"], ["in_group", head.id], [
    "status",
    "not_requested",
  ]]);
  const members = await walk(head.id);
  const matching = members.filter(({ request }) => request!.status === "not_requested").length;
  const json = await get("admin", `/employees/deletions?${query}`, { accept: JSON_TYPE });
  assert.deepEqual(JSON.parse(json.text), { matching, deletable: matching });
  const everybody = await get("admin", "/employees/deletions?all=1", { accept: JSON_TYPE });
  const groups = [...await stores.groups.list(), null];
  const people = await Promise.all(groups.map((group) => walk(group?.id ?? null)));
  const deletable =
    people.flat().filter(({ request }) => !request || request.status === "not_requested").length;
  assert.ok(deletable < people.flat().length);
  assert.deepEqual(JSON.parse(everybody.text), { matching: people.flat().length, deletable });
  const page = await get("admin", `/employees/deletions?${query}&return_to=%2Femployees%3Fq%3Da`);
  assert.match(page.text, new RegExp(`条件に合う従業員は${matching}名です`));
  const form = page.document.querySelector("form[action='/background-jobs']")!;
  const field = (name: string) => form.querySelector(`[name=${name}]`)?.getAttribute("value");
  assert.deepEqual(
    ["operation", "all", "in_group", "status", "return_to"].map(field),
    ["delete_all_employees", "1", head.id, "not_requested", "/employees?q=a"],
  );
});

Deno.test("the ticks of the list are a form, and every row leads to its person and its group", async () => {
  const { document } = await get("admin", "/employees?group=none&notice=employees_deleted.3");
  const form = document.querySelector("form[action='/employees/deletions']")!;
  const [first] = await walk(null);
  assert.equal(form.querySelector("[name=ids]")!.getAttribute("value"), first!.employee.id);
  assert.equal(form.querySelector("[name=return_to]")!.getAttribute("value"), "/employees?group=none");
  const links = [...form.querySelectorAll("tbody tr:first-child a")].map((link) => link.getAttribute("href"));
  assert.deepEqual(links, [
    `/employees/${first!.employee.id}`,
    `/employees/${first!.employee.id}/group?return_to=%2Femployees%3Fgroup%3Dnone`,
  ]);
});

Deno.test("締切 is stored, shown again, and told what is wrong with it", async () => {
  const address = `/groups/${head.id}/settings/deadline`;
  const wrong = await post("download", address, [["closes_on", "2026-02-30"], ["closed_message", "x"]]);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /受付終了日が正しくありません/);
  const saved = await post("download", address, [["closes_on", "2026-12-01"], ["closed_message", "終了"]]);
  assert.equal(saved.location, `${address}?notice=settings_saved`);
  const { document } = await get("confirm", address);
  assert.equal(value(document, "closes_on"), "2026-12-01");
  assert.equal(document.querySelector("textarea")!.textContent, "終了");
  assert.equal((await get("check", address)).status, 403);
});
