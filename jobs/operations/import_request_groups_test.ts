import assert from "node:assert/strict";
import fc from "fast-check";
import { closingTime } from "../../domain/deadline.ts";
import { newRequest, type Request } from "../../domain/request.ts";
import { encodeCp932 } from "../../formats/cp932.ts";
import { groupChangesOf } from "../../kv/group_changes.ts";
import { commitChange } from "../../kv/guarded.ts";
import { yearKeys } from "../../kv/keys.ts";
import {
  cellsOf,
  type Company,
  type CompanyOptions,
  fileOf,
  openCompany,
  person,
  TENANT,
} from "../test_tools.ts";

const HEADER = "社員番号,姓,名,部署,雇用形態,依頼グループ";
const code = (n: number) => String(n).padStart(6, "0");

/** 本社 with people 1 to 3, 工場 with 4, and 5 in no group. */
async function company(options: CompanyOptions = {}): Promise<Company> {
  const c = await openCompany(options);
  await c.group("01A", "本社");
  await c.group("01B", "工場");
  await c.members("01A", [1, 2, 3].map((n) => person(code(n))));
  await c.members("01B", [person(code(4))]);
  await c.members(null, [person(code(5))]);
  return c;
}

/** A file that wants each 社員番号 in a group. */
const csv = (rows: [code: string, group: string][]) =>
  `${HEADER}\r\n${rows.map(([code, group]) => `${code},姓,名,,,${group}\r\n`).join("")}`;

async function run(c: Company, file: string | Uint8Array<ArrayBuffer>, name?: string) {
  const { id } = await c.accept({ operation: "import_request_groups", file: fileOf(file, name) });
  return await c.ended(id);
}

/** The groups, newest first, with the 社員番号 of their people. */
async function arrangement(c: Company) {
  const groups = await c.stores.groups.list();
  return await Promise.all([...groups, null].map(async (group) => {
    const members = (await Array.fromAsync(c.stores.members.walk(group?.id ?? null))).flat();
    const tally = await c.stores.groups.tally(group?.id ?? "");
    assert.equal(tally.employees, members.length);
    return [group?.name ?? "", members.map(({ employee }) => employee.code).join()];
  }));
}

Deno.test("people go where the file says; new names become groups in order of first appearance", async () => {
  await using c = await company();
  const { job, result, files } = await run(
    c,
    csv([
      [code(1), "第2工場"],
      [code(2), ""],
      [code(3), " 工場　"],
      [code(4), "工場"],
      [code(5), "第2工場"],
      ["9", "本社"],
      ["4", "どこか"],
      [code(6), "あ".repeat(51)],
      [code(7), "本\u0007社"],
      [`'${code(8)}`, "'=1+1"],
    ]),
  );
  assert.equal(job.title, "依頼グループのインポート");
  assert.equal(job.status, "completed_with_errors");
  assert.deepEqual(result.details, [
    "3名の依頼グループを変更しました。",
    "1名は依頼グループが空欄のため変更しませんでした。",
    "1名はすでにその依頼グループに登録されています。",
    "3件はエラーです（該当する従業員が見つかりませんでした）。",
    "1件はエラーです（依頼グループ名の文字数が上限を超えています）。",
    "1件はエラーです（依頼グループ名に使えない文字があります）。",
  ]);
  assert.deepEqual(result.errors.map(({ line, reason }) => [line, reason]), [
    [7, "該当する従業員が見つかりませんでした。社員番号を確認してください。"],
    [
      8,
      "該当する従業員が見つかりませんでした。社員番号を確認してください。先頭の0が消えていませんか（例：000004）。",
    ],
    [9, "依頼グループ名の文字数が上限を超えています（51文字）。50文字以内にしてください。"],
    [10, "依頼グループ名に使えない文字があります。改行や制御文字などの見えない文字を取り除いてください。"],
    [11, "該当する従業員が見つかりませんでした。社員番号を確認してください。"],
  ]);
  assert.deepEqual(await arrangement(c), [
    ["第2工場", "000001,000005"],
    ["工場", "000003,000004"],
    ["本社", "000002"],
    ["", ""],
  ]);
  const [newcomer] = await c.stores.members.byCodes([code(5)]);
  assert.equal(newcomer?.request?.status, "not_requested");
  assert.equal(files[0]?.name, "従業員_エラー.csv");
  assert.equal((await cellsOf(files[0]!.bytes)).length, 6);
});

Deno.test("the file of the list, edited and taken back, moves who was edited and nobody else", async () => {
  await using c = await company();
  const list = await c.accept({ operation: "download_employee_list" });
  const text = new TextDecoder().decode((await c.ended(list.id)).files[0]!.bytes);
  const unchanged = await run(c, text);
  assert.deepEqual([unchanged.job.status, unchanged.job.message], [
    "completed",
    "0名の依頼グループを変更しました。5名は依頼グループの変更がありませんでした。",
  ]);
  const edited = text.replace(/本社\r\n/, "大阪\r\n");
  assert.equal((await run(c, edited)).job.message.split("。")[0], "1名の依頼グループを変更しました");
  assert.deepEqual((await arrangement(c))[0], ["大阪", "000001"]);
});

Deno.test("the marks of our own file are taken off: a 社員番号 and a group that look like formulas are found again", async () => {
  await using c = await openCompany();
  await c.group("01A", "=合計");
  await c.group("01B", "'＠工場");
  await c.members("01A", [person("-A1"), person("'=1")]);
  const list = await c.accept({ operation: "download_employee_list" });
  const text = new TextDecoder().decode((await c.ended(list.id)).files[0]!.bytes);
  assert.match(text, /^'-A1,.*,'=合計\r$/m);
  assert.match(text, /^''=1,.*,'=合計\r$/m);
  assert.equal(
    (await run(c, text)).job.message,
    "0名の依頼グループを変更しました。2名は依頼グループの変更がありませんでした。",
  );
  const moved = await run(c, text.replace(/^('-A1,.*,)'=合計\r$/m, "$1''＠工場\r"));
  assert.deepEqual([moved.job.status, moved.result.errors], ["completed", []]);
  assert.deepEqual(await arrangement(c), [["'＠工場", "-A1"], ["=合計", "'=1"], ["", ""]]);
});

Deno.test("several new groups stand newest last in the file, newest first in the list, wherever their rows fall", async () => {
  await using c = await company();
  const people = Array.from({ length: 150 }, (_, i) => person(code(1000 + i)));
  await c.members("01A", people);
  const names = ["北", "東", "南", "西"];
  const rows = people.map((one, i): [string, string] => [one.code, names[Math.floor(i / 40)]!]);
  await run(c, csv(rows));
  assert.deepEqual((await c.stores.groups.list()).map(({ name }) => name), [
    "西",
    "南",
    "東",
    "北",
    "工場",
    "本社",
  ]);
});

Deno.test("more new names than one commit can check are made all the same", async () => {
  await using c = await company();
  const people = Array.from({ length: 300 }, (_, i) => person(code(1000 + i)));
  await c.members(null, people);
  const { job } = await run(c, csv(people.map((one, i) => [one.code, `グループ${i}`])));
  assert.equal(job.message, "300名の依頼グループを変更しました。");
  const groups = await c.stores.groups.list();
  assert.deepEqual(
    groups.map(({ name }) => name).slice(0, 300),
    people.map((_, i) => `グループ${i}`).reverse(),
  );
});

Deno.test("a row works in every status; what has run out is open again in an open group only", async () => {
  await using c = await company();
  const changes = groupChangesOf(c.files.kv, c.committer, TENANT);
  const open = await changes.create("受付中");
  const closed = await changes.create("終了");
  await changes.setDeadline(closed.id, { closesOn: "2026-10-30", closedMessage: null });
  assert.ok(closingTime("2026-10-30")! < Date.UTC(2026, 10, 2));
  const expired: Partial<Request> = { status: "expired", beforeExpiry: "answering" };
  await give(c, code(1), "01B", expired);
  await give(c, code(2), "01B", expired);
  await give(c, code(3), "01B", { status: "confirmed", exclusion: "paper" });
  const { job } = await run(c, csv([[code(1), "受付中"], [code(2), "終了"], [code(3), "終了"]]));
  assert.equal(job.status, "completed");
  const members = await c.stores.members.byCodes([1, 2, 3].map(code));
  assert.deepEqual(members.map((one) => [one?.employee.groupId, one?.request?.status]), [
    [open.id, "answering"],
    [closed.id, "expired"],
    [closed.id, "confirmed"],
  ]);
  assert.equal(members[0]?.request?.beforeExpiry, null);
  assert.equal((await c.stores.groups.tally(open.id)).byStatus.answering, 1);
});

/** Moves somebody with this 依頼. */
async function give(c: Company, code: string, group: string, more: Partial<Request>) {
  const [member] = await c.stores.members.byCodes([code]);
  const { members } = c.stores;
  const request = { ...newRequest(member!.employee.id), ...more };
  await commitChange(c.files.kv, c.committer, {
    guards: [members.guard(member!.employee.groupId), members.guard(group)],
    compute: () => Promise.resolve(members.move(member!, group, request)),
  });
}

Deno.test("a Shift_JIS file is read as Excel saves it; a header without 依頼グループ is refused at once", async () => {
  await using c = await company();
  const text = `${HEADER}\r\n${code(1)},髙﨑,,,,髙﨑①～\r\n`;
  await run(c, encodeCp932(text).bytes, "ﾃｽﾄ.CSV");
  assert.equal((await arrangement(c))[0]![0], "髙﨑①～");
  await assert.rejects(
    c.accept({ operation: "import_request_groups", file: fileOf("社員番号,姓\r\n1,2\r\n") }),
    (error: { code?: string; params?: { problems: string } }) =>
      error.code === "bad_header" && error.params!.problems.includes("依頼グループ"),
  );
});

Deno.test("somebody makes the same group by hand while the import runs: there is one of it", async () => {
  let byHand: (() => Promise<void>) | null = null;
  await using c: Company = await company({
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        const meanwhile = change.mutations.some((m) => m.key[2] === "checkpoint") ? byHand : null;
        if (meanwhile) byHand = null;
        await meanwhile?.();
        return await committer.commit(change, priority);
      },
    }),
  });
  byHand = async () => void await groupChangesOf(c.files.kv, c.committer, TENANT).create("第2工場");
  const { job } = await run(c, csv([[code(1), "第2工場"], [code(4), "第2工場"]]));
  assert.equal(job.message, "2名の依頼グループを変更しました。");
  assert.deepEqual((await arrangement(c))[0], ["第2工場", "000001,000004"]);
  assert.equal((await c.stores.groups.list()).length, 3);
});

Deno.test("a group that the import made is renamed while it runs: it keeps its new name, later rows begin another", async () => {
  let commits = 0;
  await using c: Company = await company({
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        if (change.mutations.some((m) => m.key[2] === "checkpoint") && ++commits === 2) {
          const made = (await c.stores.groups.list()).find(({ name }) => name === "支社")!;
          await groupChangesOf(c.files.kv, c.committer, TENANT).rename(made.id, "支店");
        }
        return await committer.commit(change, priority);
      },
    }),
  });
  const many = Array.from({ length: 200 }, (_, i) => person(code(100 + i)));
  await c.members(null, many);
  const { job } = await run(c, csv(many.map((one) => [one.code, "支社"])));
  assert.equal(job.message, "200名の依頼グループを変更しました。");
  assert.ok(commits > 2);
  const counts = (await arrangement(c)).map((
    [name, codes],
  ) => [name, codes === "" ? 0 : codes!.split(",").length]);
  const [[first, later], [second, sooner]] = counts as [[string, number], [string, number]];
  assert.deepEqual([first, second], ["支社", "支店"]);
  assert.ok(later > 0 && sooner > 0 && later + sooner === 200);
  for (const name of ["支社", "支店"]) {
    const held = await c.files.kv.get<{ id: string }>(yearKeys.groupName(TENANT.id, TENANT.year, name));
    assert.equal((await c.stores.groups.byNames([name]))[0]?.id, held.value?.id);
  }
});

/** What a company looks like after an import during which the workers died `deaths` times. */
async function outcome(file: string, people: ReturnType<typeof person>[], deaths: number) {
  let died = 0;
  await using c: Company = await company({
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        const result = await committer.commit(change, priority);
        if (died === deaths || !change.mutations.some((m) => m.key[2] === "checkpoint")) return result;
        died++;
        c.breakWorkers();
        return await new Promise(() => {});
      },
    }),
  });
  await c.members("01A", people);
  const { job, result, files } = await run(c, file);
  assert.equal(died, deaths);
  return {
    end: [job.status, job.message, job.progress, result.errors],
    groups: await arrangement(c),
    file: files[0] ? await cellsOf(files[0].bytes) : null,
  };
}

Deno.test("workers die twice on the way: groups, people and what was refused are as of one clean run", async () => {
  const people = Array.from({ length: 300 }, (_, i) => person(code(1000 + i)));
  const file = csv([
    ...people.map((one, i): [string, string] => [one.code, i % 7 === 0 ? "" : `組${Math.floor(i / 30)}`]),
    ["unknown", "組99"],
  ]);
  assert.deepEqual(await outcome(file, people, 2), await outcome(file, people, 0));
});

Deno.test("whatever a file says, everybody is in one group and the counts are right", async () => {
  const name = fc.constantFrom("本社", "工場", "北", "東", "", "あ".repeat(51));
  const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 8 }).map(code), name), {
    selector: ([code]) => code,
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(rows, async (rows) => {
      await using c = await company();
      const before = new Map((await arrangement(c)).flatMap(([group, codes]) => codesIn(codes!, group!)));
      await run(c, csv(rows));
      const after = new Map((await arrangement(c)).flatMap(([group, codes]) => codesIn(codes!, group!)));
      for (const [one, group] of before) {
        const wanted = new Map(rows).get(one) ?? "";
        assert.equal(after.get(one), wanted === "" || wanted.length > 50 ? group : wanted);
      }
      assert.equal(after.size, before.size);
    }),
    { numRuns: 25 },
  );
});

const codesIn = (codes: string, group: string) =>
  codes === "" ? [] : codes.split(",").map((one) => [one, group] as const);
