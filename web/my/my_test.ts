import assert from "node:assert/strict";
import { confirm, expire, send } from "../../domain/request_acts/asking.ts";
import { cancelCorrections, requestCorrection } from "../../domain/request_acts/correcting.ts";
import { check, sendBack } from "../../domain/request_acts/reviewing.ts";
import { answerAll, located, submitAll } from "./answering_fixture.ts";
import { openMy } from "./my_fixture.ts";

type My = Awaited<ReturnType<typeof openMy>>;

/** A company that has asked Taro. */
async function asked(): Promise<My> {
  const my = await openMy();
  await my.act("000001", ({ member }) => send(member.request), { restoring: "take" });
  return my;
}

/** One whose Taro has submitted the shortest answers. */
async function submitted(said: Record<string, Record<string, string>> = {}): Promise<My> {
  const my = await asked();
  await answerAll(my, "taro", said);
  assert.equal((await submitAll(my, "taro")).status, 303);
  return my;
}

const heading = (text: string) => new RegExp(`<h2[^>]*>${text}`);

Deno.test("who is not asked yet reads that, who has no 社員番号 too, and neither reaches a page", async () => {
  using my = await openMy();
  assert.match((await my.ask("taro", "/my")).text, heading("年末調整の依頼はまだ届いていません"));
  assert.match((await my.ask("nobody", "/my")).text, heading("このアカウントには社員番号がありません"));
  assert.equal((await my.ask("taro", "/my/answers/start")).status, 409);
  assert.equal((await my.ask("nobody", "/my/answers/start")).status, 404);
  assert.equal((await my.ask("boss", "/my/confirmation")).status, 404);
});

Deno.test("the first page that is saved makes 依頼中 入力中, and the next day goes on from there", async () => {
  using my = await asked();
  assert.match((await my.ask("taro", "/my")).text, heading("年末調整の依頼が届いています"));
  assert.equal(
    located(await my.send("taro", "/my/answers/start", { leaving: "no" }), ""),
    "/my/answers/name",
  );
  assert.equal((await my.requestOf("000001")).status, "answering");
  my.pass(30 * 60_000);
  const home = await my.ask("taro", "/my");
  assert.match(home.text, heading("アンケートの入力の途中です"));
  const next = [...home.document.querySelectorAll("a")].find(({ textContent }) =>
    textContent === "続きから入力する"
  );
  assert.equal(next?.getAttribute("href"), "/my/answers/name");
});

Deno.test("errors stand at their fields with what was typed, and nothing is saved", async () => {
  using my = await asked();
  const path = "/my/answers/name";
  const answer = await my.send("taro", path, {
    lastName: "",
    firstNameKana: "hanako",
    birthOn: "1990-02-30",
  });
  assert.equal(answer.status, 422);
  for (const name of ["lastName", "firstNameKana", "birthOn"]) {
    const control = answer.document.getElementById(name)!;
    assert.equal(control.getAttribute("aria-invalid"), "true", name);
    const described = control.getAttribute("aria-describedby")!.split(" ").at(-1)!;
    assert.ok(answer.document.getElementById(described)?.textContent);
  }
  assert.equal(answer.document.getElementById("firstNameKana")!.getAttribute("value"), "hanako");
  assert.deepEqual(await my.stores.declarations.of(["id-000001"]), [null]);
  assert.equal((await my.requestOf("000001")).status, "requested");
});

Deno.test("the whole questionnaire leads to 回答済み with its documents, its mail and 操作履歴", async () => {
  using my = await asked();
  assert.equal(await answerAll(my, "taro"), "/my/confirmation");
  const done = await submitAll(my, "taro");
  assert.equal(done.location, "/my?notice=answers_submitted");
  const request = await my.requestOf("000001");
  assert.equal(request.status, "answered");
  assert.deepEqual(Object.keys(request.documents).sort(), [
    "basic_spouse_adjustment",
    "next_year_dependants",
    "this_year_dependants",
  ]);
  const [declaration] = await my.stores.declarations.of(["id-000001"]);
  assert.equal(declaration!.income.thisYear.incomes!.salary, 5_000_000);
  assert.deepEqual(declaration!.progress.length, 7);
  assert.equal(declaration!.answers["2"], "いいえ");
  assert.equal(declaration!.answers["76"], "5,000,000円");
  const history = await my.stores.members.history("id-000001");
  assert.deepEqual(history.map(({ kind }) => kind), ["requested", "answered"]);
  assert.match((await my.ask("taro", "/my")).text, heading("回答を提出しました"));
  assert.match((await my.ask("taro", "/my/declaration")).text, /5,000,000円/);
});

Deno.test("what is not answered is not submitted", async () => {
  using my = await asked();
  await my.send("taro", "/my/answers/start", { leaving: "no" });
  const { document } = await my.ask("taro", "/my/answers/name");
  const version = document.querySelector("[name=version]")!.getAttribute("value")!;
  const answer = await my.ask("taro", "/my/confirmation", {
    method: "POST",
    body: new URLSearchParams({ version }),
  });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /回答していない設問があります（氏名・生年月日）/);
});

const ENDINGS = {
  retired_candidate: {
    said: { start: { leaving: "yes", endsHere: "yes" } },
    documents: [],
  },
  otsu_candidate: {
    said: {
      employers: {
        otherEmployer: "yes",
        stillThere: "yes",
        payThere: "A",
        submitsHere: "no",
        submitsHereNextYear: "yes",
      },
    },
    documents: ["next_year_dependants"],
  },
  withholding_candidate: {
    said: {
      employers: { otherEmployer: "yes", stillThere: "no" },
      left: { leftEmployer: "yes", payBefore: "C", slipAvailable: "no", knowsConsequence: "yes" },
    },
    documents: ["this_year_dependants", "next_year_dependants"],
  },
  income_candidate: {
    said: { income: { "thisYear.salary": "20000001", "nextYear.total": "18000000" } },
    documents: ["this_year_dependants", "next_year_dependants"],
  },
} as const;

for (const [candidate, { said, documents }] of Object.entries(ENDINGS)) {
  Deno.test(`the answers of a ${candidate} end early, with the documents that are due`, async () => {
    using my = await submitted(said);
    const request = await my.requestOf("000001");
    assert.deepEqual([request.status, request.exclusion], ["answered", candidate]);
    assert.deepEqual(Object.keys(request.documents).sort(), [...documents].sort());
  });
}

Deno.test("乙欄 in both years ends with 設問52, before anything else is asked", async () => {
  using my = await asked();
  const employers = {
    otherEmployer: "yes",
    stillThere: "yes",
    payThere: "C",
    submitsHere: "no",
    submitsHereNextYear: "no",
  };
  await assert.rejects(answerAll(my, "taro", { employers }), /設問|選択されていません/);
  const path = await answerAll(my, "taro", { employers: { ...employers, knowsNoAdjustment: "yes" } });
  assert.equal(path, "/my/confirmation");
  assert.equal((await my.ask("taro", "/my/answers/spouse")).status, 404);
  await submitAll(my, "taro");
  assert.deepEqual((await my.requestOf("000001")).documents, {});
});

Deno.test("what was sent back is corrected and submitted again; unchanged it is not", async () => {
  using my = await submitted();
  await my.act("000001", ({ member }, at) => check(member.request, "next_year_dependants", at));
  await my.act(
    "000001",
    ({ member }, at) =>
      sendBack(member.request, "this_year_dependants", ["self"], "住所を確認してください", at),
  );
  const home = await my.ask("taro", "/my");
  assert.match(home.text, heading("入力内容が差し戻されました"));
  assert.match(home.text, /住所を確認してください/);
  assert.match(home.text, /入力内容を修正する/);
  assert.match(home.text, /アンケートをもう一度回答することもできます/);
  assert.equal((await my.ask("taro", "/my/answers/insurance")).status, 404, "only what was sent back");
  const unchanged = await submitAll(my, "taro");
  assert.equal(unchanged.status, 422);
  assert.match(
    unchanged.text,
    /変更点がない場合は保存できません。担当者に差し戻しの取り消しを連絡してください。/,
  );

  await my.send("taro", "/my/answers/address", { "thisYear.home.address.city": "港区" });
  const [before] = await my.stores.declarations.of(["id-000001"]);
  assert.equal(before!.self.thisYear.home.address!.city, "千代田区", "staff read what was submitted");
  assert.equal((await submitAll(my, "taro")).status, 303);
  const [after] = await my.stores.declarations.of(["id-000001"]);
  assert.equal(after!.self.thisYear.home.address!.city, "港区");
  const request = await my.requestOf("000001");
  assert.equal(request.status, "reanswered");
  assert.equal(request.documents.this_year_dependants!.status, "waiting");
  assert.equal(request.documents.next_year_dependants!.status, "waiting", "it prints the address, too");
  assert.deepEqual(await my.stores.answerDrafts.of(["id-000001"]), [null]);
});

Deno.test("a correction that is taken back leaves what was submitted; the employee's draft is out of date once it moves", async () => {
  using my = await submitted();
  const ask = () => my.act("000001", ({ member }, at) => requestCorrection(member.request, ["self"], "", at));
  await ask();
  await my.send("taro", "/my/answers/name", { lastName: "佐藤" });
  await my.act("000001", ({ member }) => cancelCorrections(member.request));
  assert.match((await my.ask("taro", "/my/declaration")).text, /山田/);
  await ask();
  assert.match(
    (await my.ask("taro", "/my/answers/name")).text,
    /value="佐藤"/,
    "goes on with what was begun",
  );
});

Deno.test("アンケートのやり直し: everything is gone through again, the answers as a proposal", async () => {
  using my = await submitted();
  await my.send("taro", "/my/restart");
  assert.equal((await my.requestOf("000001")).status, "correcting");
  assert.match((await my.ask("taro", "/my")).text, heading("アンケートをもう一度回答しています"));
  assert.match((await my.ask("taro", "/my/answers/income")).text, /value="5000000"/);
  assert.match((await my.ask("taro", "/my/confirmation")).text, /回答していない設問があります/);
  await answerAll(my, "taro");
  assert.equal((await submitAll(my, "taro")).status, 303);
  const request = await my.requestOf("000001");
  assert.deepEqual([request.status, Object.keys(request.documents).length], ["reanswered", 3]);
});

Deno.test("a closed group takes nothing of 依頼中 and 入力中", async () => {
  using my = await asked();
  await my.send("taro", "/my/answers/start", { leaving: "no" });
  const opened = await my.ask("taro", "/my/answers/name");
  await my.setGroup({ closesOn: "2026-11-10", closedMessage: "締め切りました。" });
  const late = await my.send("taro", "/my/answers/name", {}, opened);
  assert.equal(late.status, 409);
  assert.match(late.text, /受付終了日を過ぎました/);
  const home = await my.ask("taro", "/my");
  assert.match(home.text, /締め切りました。/);
  assert.match(home.text, heading("受け付けは終了しました"));
  await my.act("000001", ({ member }) => expire(member.request));
  assert.equal((await my.ask("taro", "/my/answers/name")).status, 409);
  assert.match((await my.ask("taro", "/my")).text, /締め切りました。/);
});

Deno.test("a correction of a closed group is still submitted", async () => {
  using my = await submitted();
  await my.setGroup({ closesOn: "2026-11-10" });
  await my.act("000001", ({ member }, at) => requestCorrection(member.request, ["self"], "", at));
  await my.send("taro", "/my/answers/name", { lastName: "佐藤" });
  assert.equal((await submitAll(my, "taro")).status, 303);
  assert.equal((await my.requestOf("000001")).status, "reanswered");
});

Deno.test("確定 is read only", async () => {
  using my = await submitted();
  await my.act("000001", ({ member }) => confirm(member.request));
  assert.match((await my.ask("taro", "/my")).text, heading("提出内容が確定しました"));
  assert.equal((await my.ask("taro", "/my/declaration")).status, 200);
  for (const path of ["/my/answers/name", "/my/confirmation", "/my/pictures"]) {
    assert.equal((await my.ask("taro", path)).status, 409, path);
  }
  assert.equal((await my.ask("taro", "/my/restart")).status, 422);
});

Deno.test("お知らせ, 要印刷 and 印刷不要, originals and the hint of the group are shown", async () => {
  using my = await submitted();
  await my.setSettings({
    notice: "控除証明書は11月末までに提出してください。",
    print: {
      this_year_dependants: true,
      next_year_dependants: false,
      insurance: false,
      basic_spouse_adjustment: false,
    },
  });
  const { text } = await my.ask("taro", "/my");
  assert.match(text, /控除証明書は11月末までに提出してください。/);
  assert.match(text, /今年の扶養控除等（異動）申告書.*?要印刷/s);
  assert.match(text, /来年の扶養控除等（異動）申告書.*?印刷不要/s);
});
