import assert from "node:assert/strict";
import { reset, send } from "../../domain/request_acts/asking.ts";
import { answerAll } from "./answering_fixture.ts";
import { openMy } from "./my_fixture.ts";

type My = Awaited<ReturnType<typeof openMy>>;

/** A company that has asked Taro. */
async function asked(): Promise<My> {
  const my = await openMy();
  await my.act("000001", ({ member }) => send(member.request), { restoring: "take" });
  return my;
}

Deno.test("two tabs: the later form is not saved over the earlier one, and keeps what was typed", async () => {
  using my = await asked();
  const [one, other] = [await my.ask("taro", "/my/answers/name"), await my.ask("taro", "/my/answers/name")];
  assert.equal((await my.send("taro", "/my/answers/name", { lastName: "佐藤" }, one)).status, 303);
  const late = await my.send("taro", "/my/answers/name", { lastName: "鈴木" }, other);
  assert.equal(late.status, 409);
  assert.match(late.text, /ほかの画面（タブ）で回答が変更されました/);
  assert.equal(late.document.getElementById("lastName")!.getAttribute("value"), "鈴木");
  const [declaration] = await my.stores.declarations.of(["id-000001"]);
  assert.equal(declaration!.self.lastName, "佐藤");
  assert.equal((await my.send("taro", "/my/answers/name", {}, late)).status, 303);
  assert.equal((await my.stores.declarations.of(["id-000001"]))[0]!.self.lastName, "鈴木");
});

Deno.test("a form that is sent twice is saved, added and submitted once", async () => {
  using my = await asked();
  const shown = await my.ask("taro", "/my/answers/start");
  const both = await Promise.all(
    [1, 2].map(() => my.send("taro", "/my/answers/start", { leaving: "no" }, shown)),
  );
  assert.deepEqual(both.map(({ status }) => status), [303, 303]);
  await answerAll(my, "taro", { insurance: { claims: "yes" } }).catch(() => {});
  const form = await my.ask("taro", "/my/answers/social/health_and_care/new");
  const contract = {
    type: "国民健康保険",
    company: "千代田区",
    relation: "本人",
    holder: "山田",
    amount: "1",
  };
  const added = await Promise.all(
    [1, 2].map(() => my.send("taro", "/my/answers/social/health_and_care/new", contract, form)),
  );
  assert.deepEqual(added.map(({ status }) => status), [303, 303]);
  assert.equal((await my.stores.insurance.of(["id-000001"]))[0]!.contracts.length, 1);
  await answerAll(my, "taro", { insurance: { claims: "yes" } });
  const confirmation = await my.ask("taro", "/my/confirmation");
  const sent = await Promise.all([1, 2].map(() => my.send("taro", "/my/confirmation", {}, confirmation)));
  assert.ok(sent.every(({ status }) => status === 303), String(sent.map(({ status }) => status)));
  const history = await my.stores.members.history("id-000001");
  assert.equal(history.filter(({ kind }) => kind === "answered").length, 1);
});

Deno.test("what is saved after 未依頼に戻す is refused, also once the 依頼 was sent again", async () => {
  using my = await asked();
  await my.send("taro", "/my/answers/start", { leaving: "no" });
  const shown = await my.ask("taro", "/my/answers/name");
  await my.act("000001", ({ member }) => reset(member.request, {}), {
    restoring: "back",
  });
  assert.equal((await my.send("taro", "/my/answers/name", { lastName: "佐藤" }, shown)).status, 409);
  await my.act("000001", ({ member }) => send(member.request), { restoring: "take" });
  assert.equal((await my.send("taro", "/my/answers/name", { lastName: "佐藤" }, shown)).status, 409);
  assert.deepEqual(await my.stores.declarations.of(["id-000001"]), [null]);
});

Deno.test("nobody reaches another one's answers: the own 社員番号 is all that counts", async () => {
  using my = await asked();
  await my.send("taro", "/my/answers/name", { lastName: "佐藤" });
  assert.equal((await my.ask("jiro", "/my/answers/name")).status, 409, "jiro is not asked");
  await my.act("000002", ({ member }) => send(member.request), { restoring: "take" });
  assert.doesNotMatch((await my.ask("jiro", "/my/answers/name")).text, /佐藤/);
  assert.equal((await my.ask("boss", "/my/answers/name")).status, 404);
});
