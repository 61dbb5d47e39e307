import assert from "node:assert/strict";
import { EVERYONE } from "../domain/permission.ts";
import { isRefused } from "../domain/request_acts/acted.ts";
import { confirm, exclude, remind, STAFF_EXCLUSIONS } from "../domain/request_acts/asking.ts";
import type { Forecast, GroupForecast } from "../domain/request_acts/forecast.ts";
import type { Request } from "../domain/request.ts";
import { findOperation } from "../jobs/registry.ts";
import { committerOf } from "../kv/commit.ts";
import { addTestMembers, testMaster } from "../kv/test_year.ts";
import { openDataPages } from "./data_pages_fixture.ts";
import { forecastsOf } from "./request_forecast.ts";
import type { GroupScreen } from "./group_page.ts";

const pages = await openDataPages(300);
const tenant = { id: "sample", year: 2026 };
const stores = pages.services.stores(tenant as Parameters<typeof pages.services.stores>[0]);
const [head, plant] = await stores.groups.list();
const people = (await Array.fromAsync(stores.members.walk(head!.id))).flat();
const AT = `/groups/${head!.id}`;
const json = { accept: "application/json" };

/** How many of them allow an act. */
const possible = (act: (request: Request) => ReturnType<typeof confirm>, some = people) =>
  some.filter(({ request }) => !isRefused(act(request!))).length;

const numbers = async (who: string, address: string): Promise<Record<string, Forecast>> =>
  JSON.parse((await pages.get(who, `${AT}/selections/${address}`, json)).text);

Deno.test("without JavaScript the list is a form with a button for each operation that the role may start", async () => {
  const labels = async (who: string) => {
    const { document } = await pages.get(who, `${AT}/requests?status=answered&q=0`);
    const buttons = [...document.querySelectorAll("form[method=get] button[formaction]")];
    for (const button of buttons) {
      assert.match(button.getAttribute("formaction")!, new RegExp(`^${AT}/selections/\\w+$`));
    }
    return buttons.map(({ textContent }) => textContent);
  };
  const [send, leaveOut, fix] = ["まとめて依頼を送信", "まとめて対象外にする", "まとめて確定する"];
  const [again, back, undo] = ["まとめて再通知する", "まとめて未依頼に戻す", "まとめて確定を取り消す"];
  assert.deepEqual(await labels("admin"), [send, leaveOut, fix, again, back, undo]);
  assert.deepEqual(await labels("confirm"), [send, leaveOut, fix, again, undo]);
  assert.deepEqual(await labels("download"), [send, leaveOut, again]);
  assert.deepEqual(await labels("check"), [send, leaveOut, again]);
  const { document } = await pages.get("admin", `${AT}/requests?status=answered&q=0`);
  const form = document.querySelector("form[method=get]:has(input[name=ids])")!;
  const hidden = [...form.querySelectorAll("input[type=hidden]")]
    .map((input) => [input.getAttribute("name"), input.getAttribute("value")]);
  assert.deepEqual(hidden, [
    ["return_to", `${AT}/requests?status=answered&q=0`],
    ["q", "0"],
    ["status", "answered"],
  ]);
  assert.equal(form.querySelectorAll("input[name=all][value='1']").length, 1);
});

Deno.test("the numbers beforehand are what the acts say of each of the chosen", async () => {
  const all = await numbers("admin", "confirm_requests?all=1");
  assert.deepEqual(all[""]!.chosen, { n: people.length, exact: true });
  assert.deepEqual(all[""]!.possible, { n: possible(confirm), exact: true });
  const answered = people.filter(({ request }) => request!.status === "answered");
  const some = await numbers("admin", "confirm_requests?all=1&status=answered");
  assert.deepEqual(some[""]!.chosen, { n: answered.length, exact: true });
  const reasons = await numbers("check", "exclude_requests?all=1");
  for (const reason of STAFF_EXCLUSIONS) {
    assert.equal(reasons[reason]!.possible.n, possible((request) => exclude(request, reason)));
  }
  const [one, two] = people;
  const ids = [one!, two!].map(({ employee }) => `ids=${employee.id}`).join("&");
  const stranger = (await Array.fromAsync(stores.members.walk(plant!.id))).flat()[0]!.employee.id;
  const ticked = await numbers("admin", `remind_requests?${ids}&ids=${stranger}&ids=nobody`);
  assert.deepEqual(ticked[""]!.chosen, { n: 2, exact: true });
  assert.equal(ticked[""]!.possible.n, possible(remind, [one!, two!]));
});

Deno.test("who has no mail address is told of where a mail would go out", async () => {
  const [, , shop] = await stores.groups.list();
  const means = { kv: pages.kv, committer: committerOf(pages.kv), stores };
  await addTestMembers(means, shop!.id, [testMaster("900001", { account: { email: null } })]);
  const unreachable = async (kind: string) => {
    const address = `/groups/${shop!.id}/selections/${kind}?all=1&q=900001`;
    return (JSON.parse((await pages.get("admin", address, json)).text)[""] as Forecast).unreachable;
  };
  assert.deepEqual(await unreachable("send_requests"), { n: 1, exact: true });
  assert.deepEqual(await unreachable("unconfirm_requests"), { n: 0, exact: true });
  const { text } = await pages.get("admin", `/groups/${shop!.id}/selections/send_requests?all=1&q=900001`);
  assert.match(text, /このうち1件は、従業員のメールアドレスが登録されていないため、メールは送りません。/);
});

Deno.test("a group that has closed is told of where people would be asked", async () => {
  const [, , shop] = await stores.groups.list();
  const closedOn = async (group: string, kind: string) => {
    const { text } = await pages.get("admin", `/groups/${group}/selections/${kind}?all=1`, json);
    return (JSON.parse(text)[""] as GroupForecast).closedOn;
  };
  assert.equal(await closedOn(shop!.id, "send_requests"), shop!.closesOn);
  assert.equal(await closedOn(shop!.id, "remind_requests"), null);
  assert.equal(await closedOn(head!.id, "send_requests"), null);
  const { text } = await pages.get("admin", `/groups/${shop!.id}/selections/send_requests?all=1`);
  assert.match(text, /注意：この依頼グループは受付終了日（2026\/11\/06）を過ぎています。/);
});

Deno.test("a person with a range hears of the people inside of it only", async () => {
  const inside = people.filter(({ employee }) => employee.department === "営業部");
  const all = await numbers("range", "send_requests?all=1");
  assert.deepEqual(all[""]!.chosen, { n: inside.length, exact: true });
  const outside = people.find(({ employee }) => employee.department !== "営業部")!.employee.id;
  assert.equal((await numbers("range", `send_requests?ids=${outside}`))[""]!.chosen.n, 0);
});

Deno.test("where not all are looked at, the counts of the group tell what they can", async () => {
  const screen = { stores, group: head, range: EVERYONE, user: {} } as unknown as GroupScreen;
  const ask = (operation: string, filter: Record<string, string>) =>
    forecastsOf(screen, {
      operation: findOperation(operation)!,
      selection: { all: "1", ...filter },
      limit: 0,
      signal: new AbortController().signal,
    });
  const { "": reminded } = await ask("remind_requests", {});
  assert.deepEqual(reminded!.chosen, { n: people.length, exact: true });
  assert.deepEqual(reminded!.possible, { n: possible(remind), exact: true });
  const { "": sent } = await ask("send_requests", { status: "not_requested" });
  assert.deepEqual([sent!.possible.exact, sent!.chosen.exact], [false, true]);
  const { "": searched } = await ask("remind_requests", { q: "0" });
  assert.deepEqual([searched!.chosen, searched!.possible], [{ n: 0, exact: false }, { n: 0, exact: false }]);
});

Deno.test("the question as a page: numbers, choices with theirs, the chosen, the password where it is needed", async () => {
  const [one] = people;
  const back = encodeURIComponent(`${AT}/requests?q=0`);
  const { document } = await pages.get(
    "admin",
    `${AT}/selections/exclude_requests?ids=${one!.employee.id}&return_to=${back}`,
  );
  const field = (name: string) =>
    document.querySelector(`form[action="/background-jobs"] input[name=${name}]`);
  assert.equal(field("operation")?.getAttribute("value"), "exclude_requests");
  assert.equal(field("group")?.getAttribute("value"), head!.id);
  assert.equal(field("ids")?.getAttribute("value"), one!.employee.id);
  assert.equal(field("return_to")?.getAttribute("value"), `${AT}/requests?q=0`);
  assert.equal(field("password"), null);
  const main = document.querySelector("form")!.textContent!;
  assert.match(main, /選択した依頼は1件です。処理できない依頼は変更せず、エラーとして一覧にします。/);
  assert.match(main, /対象外\(乙欄\)：[01]件を処理できます/);

  const reset = await pages.get("admin", `${AT}/selections/reset_requests?all=1&status=requested`);
  assert.ok(reset.document.querySelector("input[name=password][type=password]"));
  assert.equal(reset.document.querySelector("input[name=all]")?.getAttribute("value"), "1");
  const requested = people.filter(({ request }) => request!.status === "requested").length;
  assert.match(reset.text, new RegExp(`選択した依頼${requested}件のうち、${requested}件を処理できます。`));
});

Deno.test("nobody chosen, no such operation, and others' operations are refused", async () => {
  const status = async (who: string, address: string) =>
    (await pages.get(who, `${AT}/selections/${address}`)).status;
  assert.equal(await status("admin", "send_requests"), 400);
  assert.equal(await status("admin", "send_requests?ids=<x>"), 400);
  assert.equal(await status("admin", "delete_all_employees?all=1"), 404);
  assert.equal(await status("admin", "nothing?all=1"), 404);
  assert.equal(await status("check", "confirm_requests?all=1"), 403);
  assert.equal(await status("none", "send_requests?all=1"), 403);
});
