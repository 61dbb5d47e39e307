import assert from "node:assert/strict";
import fc from "fast-check";
import { now, setClock } from "../domain/clock.ts";
import { restored } from "../domain/declaration/restore.ts";
import { Refusal } from "../domain/errors.ts";
import { afterMove } from "../domain/move.ts";
import { entriesOf, historyText } from "../domain/history.ts";
import { type Asked, isAsked } from "../domain/perform.ts";
import {
  DOCUMENT_KINDS,
  MAX_COMMENT,
  MAX_MEMO,
  REQUEST_STATUSES,
  type RequestStatus,
  REVIEW_STATUSES,
  reviewCount,
  REVIEWED,
  REVIEWED_LABELS,
} from "../domain/request.ts";
import { ACTS, momentOf, someAct, type TestAct } from "../domain/request_acts/acts_fixture.ts";
import { submit } from "../domain/request_acts/answering.ts";
import { confirm, remind, send } from "../domain/request_acts/asking.ts";
import { cancelCorrections, requestCorrection } from "../domain/request_acts/correcting.ts";
import { reviewOf } from "../domain/request_acts/documents.ts";
import { cancelReturn, sendBack } from "../domain/request_acts/reviewing.ts";
import { type Change, type Committer, set } from "./commit.ts";
import { createGroup } from "./group_changes.ts";
import { commitChange } from "./guarded.ts";
import { yearKeys } from "./keys.ts";
import { type PageAct, requestChangesOf } from "./request_changes.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";
import { asWrite } from "./write.ts";

const GROUPS = ["g1", "g2"] as const;
const CODES = ["000001", "000002", "000003"];
const ACTOR = { id: "u1", email: "a@acme.example", employeeCode: null };

type Year = Awaited<ReturnType<typeof openTestYear>>;

/** Two groups, and three people in the first. */
async function openYear() {
  const year = await openTestYear();
  for (const id of GROUPS) {
    const group = { v: 1 as const, id, name: id, createdAt: 0, closesOn: null, closedMessage: null };
    assert.ok(await createGroup(year.kv, year.committer, TEST_YEAR, group));
  }
  await addTestMembers(year, "g1", CODES.map((code) => testMaster(code)));
  return { ...year, changes: requestChangesOf(year.kv, year.committer, TEST_YEAR) };
}

async function memberOf({ stores }: Pick<Year, "stores">, code: string): Promise<Asked> {
  const [member] = await stores.members.byCodes([code]);
  assert.ok(isAsked(member));
  return member;
}

/** What a page or an operation does with somebody. */
async function carryOut(
  year: Awaited<ReturnType<typeof openYear>>,
  code: string,
  { kind, details }: TestAct,
) {
  const member = await memberOf(year, code);
  const groupId = member.employee.groupId!;
  if (kind === "move") return await move(year, member, details.open);
  const act = year.changes.act({ id: groupId, name: groupId }, member.employee.id, ACTOR, {
    restoring: kind === "send" ? "take" : kind.startsWith("reset") ? "back" : "none",
    act: ({ member, point, startLoan }, at) =>
      ACTS[kind](member.request, details, at, restored(point, startLoan).documents),
  });
  await act.catch((error) => assert.ok(error instanceof Refusal, String(error)));
}

/** Row 3 and グループを変更. */
async function move({ kv, committer, stores }: Year, member: Asked, open: boolean) {
  const target = GROUPS.find((id) => id !== member.employee.groupId)!;
  await commitChange(kv, committer, {
    guards: [stores.members.guard(member.employee.groupId), stores.members.guard(target)],
    compute() {
      const at = now();
      const { request, history } = afterMove(member.request, { closesOn: open ? null : "1970-01-01" }, at);
      return Promise.resolve(
        stores.members.move(member, target, request, entriesOf(history, "a@acme.example", at)),
      );
    },
  });
}

/** The counts of a group, counted again. */
async function recounted({ stores }: Year, groupId: string) {
  const members = (await Array.fromAsync(stores.members.walk(groupId))).flat();
  const requests = members.map(({ request }) => request!);
  const standing = (status: RequestStatus) => requests.filter((request) => request.status === status).length;
  const reviews = REVIEWED.flatMap((of) =>
    REVIEW_STATUSES.map((status) => [
      reviewCount(of, status),
      requests.filter((request) => reviewOf(request, of)?.status === status).length,
    ])
  );
  return {
    employees: members.length,
    byStatus: Object.fromEntries(REQUEST_STATUSES.map((status) => [status, standing(status)])),
    byReview: Object.fromEntries(reviews),
  };
}

/** 操作履歴 is numbered from 0 without gaps, and the 依頼 knows the next number. */
async function checkHistory({ kv, stores }: Year, code: string) {
  const { employee, request } = await memberOf({ stores }, code);
  const prefix = yearKeys.history(TEST_YEAR.id, TEST_YEAR.year, employee.id);
  const numbers = (await Array.fromAsync(kv.list({ prefix }))).map(({ key }) => key.at(-1));
  assert.deepEqual(numbers, Array.from({ length: request.acts }, (_, i) => i));
  const entries = await stores.members.history(employee.id);
  assert.deepEqual(entries.map(({ at }) => at), entries.map(({ at }) => at).toSorted((a, b) => a - b));
}

/** A page's act, and what has to be true of everything that is stored after it. */
function command(code: string, act: TestAct): fc.AsyncCommand<object, Awaited<ReturnType<typeof openYear>>> {
  return {
    check: () => true,
    async run(_, year) {
      await carryOut(year, code, act);
      for (const group of GROUPS) {
        assert.deepEqual(await year.stores.groups.tally(group), await recounted(year, group), group);
      }
      await checkHistory(year, code);
    },
    toString: () => `${code} ${act.kind}(${JSON.stringify(act.details)})`,
  };
}

/** A clock that shows one hour after the other, or always the same. */
function clock(hours: "pass" | "stand"): Disposable {
  let n = 0;
  const restore = setClock({ now: () => momentOf(hours === "pass" ? n++ : n) });
  return { [Symbol.dispose]: restore };
}

Deno.test("after any acts the counts of a group are those of its 依頼, and 操作履歴 has no gaps", async () => {
  const step = fc.tuple(fc.constantFrom(...CODES), someAct).map(([code, act]) => command(code, act));
  const commands = fc.commands([step], { maxCommands: 60, size: "max" });
  await fc.assert(
    fc.asyncProperty(commands, async (acts) => {
      using year = await openYear();
      using _ = clock("pass");
      await fc.asyncModelRun(() => ({ model: {}, real: year }), acts);
    }),
    { numRuns: 20 },
  );
});

const G1 = { id: "g1", name: "g1" };
const texts = async ({ stores }: Pick<Year, "stores">, id: string) =>
  (await stores.members.history(id)).map(historyText);

Deno.test("acts at the same moment follow each other: none is lost, and none overwrites what another said", async () => {
  using year = await openYear();
  using _ = clock("stand");
  const documents = fc.sample(someAct, 1)[0]!.details;
  const needed = { documents: [...DOCUMENT_KINDS], previousJob: true };
  await carryOut(year, "000001", { kind: "saveCollected", details: { ...documents, needed } });
  await Promise.all([
    ...REVIEWED.map((of) => carryOut(year, "000001", { kind: "doubleCheck", details: { ...documents, of } })),
    year.changes.addMemo("g1", "id-000001", { text: "確認中", at: 1, by: "a" }),
  ]);
  const { request } = await memberOf(year, "000001");
  assert.deepEqual(REVIEWED.map((of) => reviewOf(request, of)?.status), REVIEWED.map(() => "double_waiting"));
  assert.equal(request.memos.length, 1);
  await checkHistory(year, "000001");
  assert.deepEqual(
    (await texts(year, "id-000001")).sort(),
    [
      "a@acme.exampleが収集情報を保存しました",
      ...REVIEWED.map((of) => `a@acme.exampleが${REVIEWED_LABELS[of]}をダブルチェック待ちにしました`),
    ].sort(),
  );
});

Deno.test("an act that is refused, and one on somebody who is not in the group, write nothing", async () => {
  using year = await openYear();
  const dump = async () => await Array.fromAsync(year.kv.list({ prefix: [] }));
  const before = await dump();
  const remindHer = { act: ({ member }: { member: Asked }) => remind(member.request) };
  await assert.rejects(year.changes.act(G1, "id-000001", ACTOR, remindHer), { code: "remind_status" });
  for (const [group, id] of [["g2", "id-000001"], ["g1", "id-999999"]] as const) {
    const act = year.changes.act({ id: group, name: group }, id, ACTOR, remindHer);
    await assert.rejects(act, { code: "not_found" });
    const memo = year.changes.addMemo(group, id, { text: "x", at: 1, by: "a" });
    await assert.rejects(memo, { code: "not_found" });
  }
  assert.deepEqual(await dump(), before);
});

Deno.test("依頼, 操作履歴, mail, restore point and what comes with the act are one commit", async () => {
  using year = await openYear();
  const commits: Change[] = [];
  const committer: Committer = {
    commit(change, priority) {
      commits.push(change);
      return year.committer.commit(change, priority);
    },
  };
  const beside = asWrite(set(["t", "acme", "beside"], 1));
  await requestChangesOf(year.kv, committer, TEST_YEAR).act(G1, "id-000001", ACTOR, {
    restoring: "take",
    act: ({ member }) => send(member.request),
    more: () => [beside],
  });
  assert.equal(commits.length, 1);
  const written = new Set(commits[0]!.mutations.map(({ key }) => String(key[2] === "y" ? key[4] : key[2])));
  for (const name of ["request", "history", "restore_point", "mail", "guard", "beside"]) {
    assert.ok(written.has(name), `${name}: ${[...written]}`);
  }
  assert.deepEqual(await texts(year, "id-000001"), ["a@acme.exampleが依頼を依頼中にしました"]);
});

Deno.test("what people write about a 依頼 never grows too large to be stored, and leaves room for every act", async () => {
  using year = await openYear();
  const { changes } = year;
  const group = { id: "g1", name: "g1" };
  const act = (act: PageAct["act"]) => changes.act(group, "id-000001", ACTOR, { act });
  const untilFull = async (write: (n: number) => Promise<void>) => {
    for (let n = 0; n < 1_000; n++) {
      try {
        await write(n);
      } catch (error) {
        assert.ok(error instanceof Refusal, String(error));
        return { n, code: error.code };
      }
    }
  };
  const everything = { documents: DOCUMENT_KINDS, previousJob: true };
  await act(({ member: { request } }, at) =>
    submit({ ...request, status: "answering" }, everything, null, at)
  );
  const memo = { text: "𠮷".repeat(MAX_MEMO), by: "a".repeat(254) };
  const memos = await untilFull((n) => changes.addMemo("g1", "id-000001", { ...memo, at: n * 100_000 }));
  assert.equal(memos!.code, "memo_room");
  assert.ok(memos!.n >= 10);
  for (const of of REVIEWED.slice(0, 3)) {
    await act(({ member: { request } }, at) => sendBack(request, of, ["self"], "𠮷".repeat(MAX_COMMENT), at));
  }
  const asked = await untilFull(() =>
    act(({ member: { request } }, at) => requestCorrection(request, ["self"], "あ", at))
  );
  assert.equal(asked!.code, "correction_comment_room");
  await act(({ member: { request } }) => cancelCorrections(request));
  for (const of of REVIEWED.slice(0, 3)) await act(({ member: { request } }) => cancelReturn(request, of));
  await act(({ member: { request } }) => confirm(request));
  assert.equal((await memberOf(year, "000001")).request.status, "confirmed");
});

Deno.test("a 管理者メモ whose form is sent twice is there once; the same words another day are another", async () => {
  using year = await openYear();
  const memo = (at: number, by = "a") => year.changes.addMemo("g1", "id-000001", { text: "確認中", at, by });
  await Promise.all([memo(1_000), memo(1_001)]);
  await memo(1_002, "b");
  await memo(90_000_000, "b");
  const { memos } = (await memberOf(year, "000001")).request;
  assert.deepEqual(memos.map(({ by }) => by), ["a", "b", "b"]);
});
