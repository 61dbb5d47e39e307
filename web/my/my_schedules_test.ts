import assert from "node:assert/strict";
import fc from "fast-check";
import type { Declaration } from "../../domain/declaration/declaration.ts";
import { restored } from "../../domain/declaration/restore.ts";
import type { Refusal } from "../../domain/errors.ts";
import type { HistoryKind } from "../../domain/history.ts";
import { confirm, remind, reset, send, unconfirm } from "../../domain/request_acts/asking.ts";
import { cancelCorrections, requestCorrection } from "../../domain/request_acts/correcting.ts";
import { reviewOf } from "../../domain/request_acts/documents.ts";
import { cancelReturn, check, sendBack } from "../../domain/request_acts/reviewing.ts";
import { REQUEST_STATUSES, REVIEW_STATUSES, reviewCount, REVIEWED } from "../../domain/request.ts";
import { fileKeys, mailKeys } from "../../kv/keys.ts";
import type { PageAct } from "../../kv/request_changes.ts";
import { answerAll, submitAll } from "./answering_fixture.ts";
import { type Answer, openMy } from "./my_fixture.ts";
import { cleanUp, DISABLED, PNG, upload } from "./pictures_fixture.ts";

type My = Awaited<ReturnType<typeof openMy>>;

const ID = "id-000001";
const DOCUMENT = "this_year_dependants";

/** What staff do to the 依頼 of Taro; what it does not allow is refused. */
function staff(act: PageAct["act"], restoring: PageAct["restoring"] = "none") {
  return (my: My) =>
    my.act("000001", act, { restoring }).catch((error: Refusal) =>
      assert.equal(error.name, "Refusal", error)
    );
}

/** A page that Taro sends, if there is one; never one that fails. */
function page(send: (my: My) => Promise<Answer | string | void>) {
  return async (my: My) => {
    const answer = await send(my).catch((error: Error) => error.message);
    if (typeof answer === "object") assert.ok(answer.status < 500, answer.text);
    else assert.doesNotMatch(answer ?? "", /: 5\d\d/);
  };
}

async function removePicture(my: My) {
  const { text } = await my.ask("taro", "/my/pictures");
  const id = /\/my\/pictures\/([0-9A-Z]{26})"/.exec(text)?.[1];
  if (id) return await my.send("taro", `/my/pictures/${id}/removal`);
}

const STEPS: Record<string, (my: My) => Promise<unknown> | unknown> = {
  send: staff(({ member }) => send(member.request), "take"),
  reset: staff(
    ({ member, point, startLoan }) => reset(member.request, restored(point, startLoan).documents),
    "back",
  ),
  confirm: staff(({ member }) => confirm(member.request)),
  unconfirm: staff(({ member }) => unconfirm(member.request)),
  remind: staff(({ member }) => remind(member.request)),
  correct: staff(({ member }, at) => requestCorrection(member.request, ["self"], "住所", at)),
  cancelCorrections: staff(({ member }) => cancelCorrections(member.request)),
  sendBack: staff(({ member }, at) => sendBack(member.request, DOCUMENT, ["self"], "住所", at)),
  cancelReturn: staff(({ member }) => cancelReturn(member.request, DOCUMENT)),
  check: staff(({ member }, at) => check(member.request, DOCUMENT, at)),
  answer: page((my) => answerAll(my, "taro", DISABLED)),
  change: page((my) => my.send("taro", "/my/answers/name", { lastName: "佐藤" })),
  upload: page((my) => upload(my, PNG)),
  removePicture: page(removePicture),
  submit: page((my) => submitAll(my, "taro")),
  restart: page((my) => my.send("taro", "/my/restart")),
  later: async (my) => {
    my.pass(11 * 60_000);
    await cleanUp(my);
  },
};

/** Those that bring a 依頼 on come oftener. */
const ONWARD = ["send", "answer", "answer", "upload", "submit", "submit", "correct", "change"];
const step = fc.oneof(fc.constantFrom(...Object.keys(STEPS)), fc.constantFrom(...ONWARD));
/** What leaves more behind than what follows would clean up, at the end. */
const LAST = ["unconfirm", "reset"];
/** Up to three at the same moment. */
const schedule = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 20, maxLength: 25 });

const idsIn = (...answers: (Declaration | null | undefined)[]) =>
  new Set(answers.flatMap((one) => one?.pictures.map(({ id }) => id) ?? []));

/** Every picture that is stored is named, every one that staff or employee see is there, and nothing else is. */
async function checkPictures(my: My) {
  const { declarations, answerDrafts, pictures } = my.stores;
  const [[declared], [point], [draft], kept] = await Promise.all([
    declarations.of([ID]),
    declarations.restorePoints([ID]),
    answerDrafts.of([ID]),
    pictures.kept(ID),
  ]);
  const named = idsIn(declared, point?.declaration, draft?.declaration);
  const artifacts = my.kv.list({ prefix: fileKeys.artifact("acme", "").slice(0, -1) });
  const stored = await Array.fromAsync(artifacts, ({ key }) => key.at(-1));
  assert.deepEqual(stored, kept);
  assert.deepEqual(kept.filter((id) => !named.has(id)), []);
  assert.ok(idsIn(declared, point?.declaration).isSubsetOf(new Set(kept)));
}

/** Counts of the group, 操作履歴 and mails say the same as the 依頼. */
async function checkTraces(my: My) {
  const members = (await my.stores.members.byCodes(["000001", "000002"])).map((member) => member!.request!);
  const { byStatus, byReview } = await my.stores.groups.tally("g");
  for (const status of REQUEST_STATUSES) {
    assert.equal(byStatus[status], members.filter((one) => one.status === status).length, status);
  }
  for (const of of REVIEWED) {
    for (const status of REVIEW_STATUSES) {
      const standing = members.filter((one) => reviewOf(one, of)?.status === status);
      assert.equal(byReview[reviewCount(of, status)], standing.length, `${of} ${status}`);
    }
  }
  const history = await my.stores.members.history(ID);
  assert.equal(history.length, members[0]!.acts);
  const told = (...kinds: HistoryKind[]) => history.filter(({ kind }) => kinds.includes(kind)).length;
  const mails = my.kv.list<{ kind: string }>({ prefix: mailKeys.mails("acme") });
  const sent = Map.groupBy(await Array.fromAsync(mails, ({ value }) => value.kind), (kind) => kind);
  const mailed = (kind: string) => sent.get(kind)?.length ?? 0;
  assert.equal(mailed("requested"), told("requested"));
  assert.equal(mailed("confirmed"), told("confirmed"));
  assert.equal(mailed("reminded"), told("reminded"));
  assert.equal(mailed("returned"), told("returned", "correction_requested"));
}

Deno.test("employee and staff at the same moments, in any order: pictures, counts, 操作履歴 and mails stay one", async () => {
  await fc.assert(
    fc.asyncProperty(schedule, fc.subarray(LAST), async (steps, last) => {
      using my = await openMy();
      const { pictures } = await my.stores.settings.ofGroup("g");
      await my.setSettings({ pictures: { ...pictures, disability: "optional" } });
      await my.ask("taro", "/my");
      for (const some of steps) await Promise.all(some.map((name) => STEPS[name]!(my)));
      for (const name of last) await STEPS[name]!(my);
      my.pass(11 * 60_000);
      await cleanUp(my);
      await checkPictures(my);
      await checkTraces(my);
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
