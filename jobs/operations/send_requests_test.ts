import assert from "node:assert/strict";
import { initialDeclaration } from "../../domain/declaration/initial.ts";
import { NO_INSURANCE } from "../../domain/insurance.ts";
import { newcomerOf } from "../../kv/test_year.ts";
import { ADMIN, cellsOf, type Company, person, testUser } from "../test_tools.ts";
import { diesTwice } from "../twice_dead_fixture.ts";
import {
  askedCompany,
  carryOut,
  changeRequests,
  codeOf,
  countsAgree,
  DOCUMENTS,
  excluded,
  GROUP,
  historyOf,
  idOf,
  mailsOf,
  membersOf,
  statesOf,
  ticked,
  write,
  yearOf,
} from "../requests_fixture.ts";

const KIND = "send_requests";
const ALL: [string, string][] = [["all", "1"]];

Deno.test("未依頼 becomes 依頼中 with mail and 操作履歴; the others stay and are listed", async () => {
  await using c = await askedCompany([
    {},
    { request: { status: "requested" } },
    { master: { account: { email: null } } },
    excluded("otsu"),
    { request: { status: "confirmed" } },
    {},
  ]);
  const { job, result, files } = await carryOut(c, KIND, ALL);
  assert.equal(job.title, "本社の依頼の一括送信");
  assert.equal(job.status, "completed_with_errors");
  assert.equal(
    job.message,
    "3名の依頼を送信しました。" +
      "3件はエラーです（依頼を送信できるのは「未依頼」だけです：2件、対象外理由が設定されています：1件）。",
  );
  assert.deepEqual(result.details, [
    "3名の依頼を送信しました。",
    "1名はメールアドレスが登録されていないため、メールを送信していません。",
    "2件はエラーです（依頼を送信できるのは「未依頼」だけです）。",
    "1件はエラーです（対象外理由が設定されています）。",
  ]);
  assert.deepEqual(job.progress, { done: 6, total: 6 });
  assert.deepEqual(await statesOf(c), [
    "requested",
    "requested",
    "requested",
    "not_requested otsu",
    "confirmed",
    "requested",
  ]);
  assert.deepEqual(await mailsOf(c), ["requested 000001@acme.example", "requested 000006@acme.example"]);
  assert.deepEqual(await historyOf(c, 1), [`${ADMIN.email}が依頼を依頼中にしました`]);
  assert.deepEqual(await historyOf(c, 2), []);
  await countsAgree(c);
  assert.equal(files[0]!.name, "本社の依頼の一括送信_エラー.csv");
  const [header, second, ...rest] = await cellsOf(files[0]!.bytes);
  assert.deepEqual(header, ["社員番号", "姓", "名", "エラー内容"]);
  assert.deepEqual(second, [
    "000002",
    "山田",
    "花子",
    "依頼を送信できるのは「未依頼」だけです（現在は依頼中）。もう一度送信するときは、先に未依頼に戻してください。",
  ]);
  assert.deepEqual(rest.map(([code]) => code), ["000004", "000005"]);
});

Deno.test("the restore point is what is stored when the request is sent", async () => {
  await using c = await askedCompany([{ request: DOCUMENTS }, {}]);
  const { declarations, members } = c.stores;
  const [baseline] = await members.baselines([idOf(1)]);
  const declaration = initialDeclaration(baseline!);
  const [first] = await membersOf(c, [1]);
  const insurance = { ...NO_INSURANCE, dc: { amount: 1000, editable: true } };
  await write(c, () =>
    Promise.resolve([
      ...declarations.put(first!, declaration),
      ...c.stores.insurance.put(first!, insurance),
    ]));
  await carryOut(c, KIND, ALL);
  const [point, other] = await declarations.restorePoints([idOf(1), idOf(2)]);
  assert.deepEqual(
    [point?.declaration, point?.insurance?.dc?.amount, point?.documents],
    [declaration, 1000, DOCUMENTS.documents],
  );
  assert.deepEqual([other?.declaration, other?.documents], [null, {}]);
});

Deno.test("ticked people: in order of the ticks; who is gone or in another group is counted", async () => {
  await using c = await askedCompany([{}, {}, {}]);
  await write(c, async () => c.stores.members.move((await membersOf(c, [2]))[0]!, "01B"));
  const { job, result } = await carryOut(c, KIND, ticked(3, 2, 9, 3));
  assert.equal(job.status, "completed");
  assert.deepEqual(result.details, [
    "1名の依頼を送信しました。",
    "1名はほかの依頼グループに移動していたため、処理しませんでした。",
    "1名は対象従業員から削除されていたため、処理しませんでした。",
  ]);
  assert.equal(
    job.message,
    "1名の依頼を送信しました。2名は一覧の条件や依頼グループが変わったため、処理しませんでした。",
  );
  assert.deepEqual(job.progress, { done: 3, total: 3 });
  assert.deepEqual(await statesOf(c), ["not_requested", "requested"]);
  assert.deepEqual(await statesOf(c, "01B"), ["not_requested"]);
});

Deno.test("who does not match any more when it is their turn is left alone and counted", async () => {
  let meanwhile: (() => Promise<void>) | null = null;
  await using c: Company = await askedCompany(Array.from({ length: 5 }, () => ({})), {
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        const act = change.mutations.some((m) => m.key[2] === "checkpoint") ? meanwhile : null;
        if (act) meanwhile = null;
        await act?.();
        return await committer.commit(change, priority);
      },
    }),
  });
  meanwhile = async () => {
    await changeRequests(c, [1], () => ({ status: "answering" }));
    await write(c, async () => {
      const [two, three] = await membersOf(c, [2, 3]);
      return [...c.stores.members.move(two!, "01B"), ...c.stores.members.remove(three!)];
    });
    // Deleted by hand and taken in again: somebody else, whom nobody chose.
    await write(c, async () => c.stores.members.remove((await membersOf(c, [5]))[0]!));
    const again = newcomerOf(person(codeOf(5)));
    await write(c, () => Promise.resolve(c.stores.members.add("new", again, GROUP, 1)));
  };
  const { result } = await carryOut(c, KIND, [...ALL, ["status", "not_requested"]]);
  assert.deepEqual(
    new Set(result.details),
    new Set([
      "1名の依頼を送信しました。",
      "1名は一覧の条件か操作できる範囲に合わなくなったため、処理しませんでした。",
      "1名はほかの依頼グループに移動していたため、処理しませんでした。",
      "2名は対象従業員から削除されていたため、処理しませんでした。",
    ]),
  );
  assert.deepEqual(await statesOf(c), ["answering", "requested", "not_requested"]);
  assert.deepEqual(await mailsOf(c), ["requested 000004@acme.example"]);
  await countsAgree(c);
});

Deno.test("a person with a range sends inside of it only, and is named as a colleague in the same group", async () => {
  const people = ["人事部", "営業部", "人事部"].map((department) => ({ master: { department } }));
  await using c = await askedCompany(people);
  const range = { kind: "condition" as const, departments: ["人事部"], employmentTypes: [] };
  const user = await c.user(
    testUser("hr", { role: "check", range, employeeCode: codeOf(1), name: "山田花子" }),
  );
  const { job } = await carryOut(c, KIND, ALL, user);
  assert.equal(job.message, "2名の依頼を送信しました。");
  assert.deepEqual(await historyOf(c, 3), ["000001 山田花子が依頼を依頼中にしました"]);
  // Ticked by hand, nobody outside is found either.
  const { result } = await carryOut(c, KIND, ticked(2), user);
  assert.deepEqual(result.details, [
    "0名の依頼を送信しました。",
    "1名は一覧の条件か操作できる範囲に合わなくなったため、処理しませんでした。",
  ]);
  assert.deepEqual(await statesOf(c), ["requested", "not_requested", "requested"]);
});

Deno.test("up to 100 chosen people are a light job, more are a heavy one", async () => {
  await using c = await askedCompany(Array.from({ length: 101 }, () => ({})), { idle: true });
  const laneOf = async (fields: [string, string][], group: string | null = GROUP, operation = KIND) => {
    const { id } = await c.accept({ operation, group, fields });
    return (await c.files.kv.get<{ lane: string }>(["sys", "open", id])).value?.lane;
  };
  const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
  assert.equal(await laneOf(ticked(...range(100))), "light");
  assert.equal(await laneOf(ticked(...range(101))), "heavy");
  assert.equal(await laneOf(ALL), "heavy");
  assert.equal(await laneOf(ALL, "01B"), "light");
  assert.equal(await laneOf(ALL, null, "delete_all_employees"), "heavy");
});

Deno.test("workers die twice: requests, mails, history, points and counts are as of one clean run", async () => {
  const people = Array.from(
    { length: 240 },
    (_, i) => i % 7 === 0 ? { request: { status: "answered" as const } } : {},
  );
  await diesTwice(async (deadly) => {
    await using c: Company = await askedCompany(people, deadly(() => c.breakWorkers()));
    const ended = await carryOut(c, KIND, ALL);
    await countsAgree(c);
    return { ended, stored: [await yearOf(c), await mailsOf(c)] };
  });
});
