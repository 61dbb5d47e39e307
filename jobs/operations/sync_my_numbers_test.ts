import assert from "node:assert/strict";
import { Refusal, Unavailable } from "../../domain/errors.ts";
import type { SourceMyNumber } from "../../domain/master.ts";
import { OWN } from "../../domain/my_number.ts";
import { set } from "../../kv/commit.ts";
import { commitChange } from "../../kv/guarded.ts";
import { myNumberKeys } from "../../kv/keys.ts";
import { testNumber } from "../../kv/my_numbers/testing.ts";
import type { MasterSource } from "../../sources/source.ts";
import { eventually, stored } from "../engine/test_tools.ts";
import { addFamily, numberPagesOf, numbersOf, openedOf, relative } from "../my_numbers_fixture.ts";
import {
  cellsOf,
  type Company,
  type CompanyOptions,
  masterOf,
  openCompany,
  person,
  TENANT,
} from "../test_tools.ts";

const GROUP = "g";

/** What a source gives: 社員番号 → numbers of 本人 (null) and of relatives. */
type Given = Record<string, ([relation: string, lastName: string, firstName: string] | null)[]>;

/** A source that gives a number for each of these, counted from 1 in their order. */
function sourceOf(given: Given, more: Partial<MasterSource> = {}): MasterSource {
  let n = 0;
  const bySource = new Map(
    Object.entries(given).map(([code, holders]) => [
      `source-${code}`,
      holders.map((holder): SourceMyNumber => ({
        relative: holder && { relation: holder[0], lastName: holder[1], firstName: holder[2] },
        number: testNumber(++n),
      })),
    ]),
  );
  return masterOf([], {
    myNumbers: (people) => Promise.resolve(people.map(({ sourceId }) => bySource.get(sourceId) ?? [])),
    ...more,
  });
}

/** A group 本社 of 000001 with a family of three, 000002 with nobody, and 000003 in another group. */
async function company(options: CompanyOptions = {}): Promise<Company> {
  const c = await openCompany(options);
  await c.group(GROUP, "本社");
  await c.group("other", "工場");
  await addFamily(c, GROUP, person("000001"), [
    relative("妻", "山田", "花"),
    relative("長男", "山田", "一郎"),
    relative("母", "佐藤", "ウメ"),
  ]);
  await c.members(GROUP, [person("000002", { lastName: "鈴木", firstName: "次郎" })]);
  await c.members("other", [person("000003")]);
  return c;
}

const run = async (c: Company) =>
  await c.ended((await c.accept({ operation: "sync_my_numbers", group: GROUP })).id);

Deno.test("own numbers by 社員番号, relatives by 続柄 and name; who is missing is named, who is no relative is ignored", async () => {
  const source = sourceOf({
    "000001": [null, ["妻", "山田　", "花"], ["長女", "山田", "一郎"], ["父", "山田", "太郎"]],
    "000003": [null],
  });
  await using c = await company({ source });
  const { job, result, files } = await run(c);
  assert.equal(job.title, "本社のマイナンバーの同期");
  assert.deepEqual([job.status, job.message], [
    "completed_with_errors",
    "2名のマイナンバーを同期しました。3件はエラーです（対象者のマイナンバーが存在しませんでした：3件）。",
  ]);
  const why = (who: string) =>
    `${who}が存在しませんでした。連携元にマイナンバーが登録されているか、氏名と続柄が一致しているか確認して、同期し直してください。`;
  assert.deepEqual(result.errors.map(({ key, reason }) => [key, reason]), [
    ["000001", why("長男 山田 一郎")],
    ["000001", why("母 佐藤 ウメ")],
    ["000002", why("本人 鈴木 次郎")],
  ]);
  assert.deepEqual(files.map(({ name, type }) => [name, type]), [[
    "マイナンバー取り込み失敗理由.csv",
    "text/csv; charset=utf-8",
  ]]);
  assert.deepEqual(await cellsOf(files[0]!.bytes), [
    ["社員番号", "姓", "名", "対象者", "続柄", "エラー内容"],
    ["000001", "山田", "花子", "山田 一郎", "長男", why("長男 山田 一郎")],
    ["000001", "山田", "花子", "佐藤 ウメ", "母", why("母 佐藤 ウメ")],
    ["000002", "鈴木", "次郎", "鈴木 次郎", "本人", why("本人 鈴木 次郎")],
  ]);
  assert.deepEqual(await openedOf(c, "000001"), { 本人: testNumber(1), "妻 山田 花": testNumber(2) });
  assert.deepEqual(await openedOf(c, "000002"), {});
  assert.deepEqual(await openedOf(c, "000003"), {});
  assert.deepEqual(job.progress, { done: 5, total: 5 });
});

Deno.test("all found is 完了 without a file, and who took in how many is on record", async () => {
  await using c = await company({
    source: sourceOf({
      "000001": [null, ["妻", "山田", "花"], ["長男", "山田", "一郎"], ["母", "佐藤", "ウメ"]],
      "000002": [null],
    }),
  });
  const { job, result } = await run(c);
  assert.deepEqual([job.status, job.message], ["completed", "5名のマイナンバーを同期しました。"]);
  assert.deepEqual(result.details, ["5名のマイナンバーを同期しました（従業員と家族の合計）。"]);
  assert.deepEqual(result.attachments, []);
  const { uses } = await numberPagesOf(c).uses(null);
  assert.deepEqual(uses.map(({ what, purpose, job, numbers }) => [what, purpose, job, numbers]), [
    ["synced", "本社のマイナンバーの同期", job.id, 5],
  ]);
});

Deno.test("what the source does not give comes from the import, and a source without numbers from the import alone", async () => {
  for (const source of [sourceOf({ "000001": [null] }), masterOf([])]) {
    await using c = await company({ source });
    const numbers = [
      {
        code: "000001",
        holder: { relation: "妻", lastName: "山田", firstName: "花" },
        number: testNumber(50),
      },
      { code: "000001", holder: OWN, number: testNumber(51) },
      { code: "000002", holder: OWN, number: testNumber(52) },
    ];
    const writes = (await numbersOf(c).keep(numbers)).flat();
    await commitChange(c.files.kv, c.files.committer, {
      guards: [],
      compute: () => Promise.resolve(writes),
    });
    const { job } = await run(c);
    assert.match(job.message, /^3名のマイナンバーを同期しました。/);
    const own = source.myNumbers ? testNumber(1) : testNumber(51);
    assert.deepEqual(await openedOf(c, "000001"), { 本人: own, "妻 山田 花": testNumber(50) });
    assert.deepEqual(await openedOf(c, "000002"), { 本人: testNumber(52) });
  }
});

Deno.test("a number with a wrong check digit is refused, and one that does not open is a システムエラー", async () => {
  const source = masterOf([], {
    myNumbers: (people) => Promise.resolve(people.map(() => [{ relative: null, number: "123456789012" }])),
  });
  await using c = await company({ source });
  const key = myNumberKeys.imported(TENANT.id, "000001", "妻", "山田", "花");
  const box = new Uint8Array(40);
  await c.committer.commit({ checks: [], mutations: [set(key, { v: 1, box })] });
  const { result, job } = await run(c);
  assert.deepEqual(result.errors.slice(0, 2).map(({ reason }) => reason), [
    "マイナンバーに不正な値が指定されました。12桁の数字であることと、入力の誤りがないことを確認してください。",
    "マイナンバーはシステムエラーにより取り込みに失敗しました。マイナンバーを取り込み直してから、同期し直してください。",
  ]);
  assert.ok(!JSON.stringify([job, result]).includes("123456789012"));
});

Deno.test("what is there is renewed and never goes back to 無", async () => {
  const given: Given = { "000001": [null, ["妻", "山田", "花"]] };
  const first = sourceOf(given);
  let source = first;
  await using c = await company({
    source: masterOf([], { myNumbers: (people) => source.myNumbers!(people) }),
  });
  await run(c);
  source = sourceOf({ "000009": [null, null], "000001": [null] });
  await run(c);
  assert.deepEqual(await openedOf(c, "000001"), { 本人: testNumber(3), "妻 山田 花": testNumber(2) });
  assert.deepEqual((await numberPagesOf(c).holders(["id-000001", "id-000002"])).map((all) => all.length), [
    2,
    0,
  ]);
});

Deno.test("a source that is down makes the job wait; it then goes on where it stood", async () => {
  let down = 2;
  const good = sourceOf({ "000001": [null], "000002": [null] });
  await using c = await company({
    source: masterOf([], {
      myNumbers(people) {
        if (down-- > 0) return Promise.reject(new Unavailable("source_unavailable"));
        return good.myNumbers!(people);
      },
    }),
  });
  const { id } = await c.accept({ operation: "sync_my_numbers", group: GROUP });
  await eventually(async () => {
    c.pass(60_000);
    c.engine.ring();
    return (await stored(c.files.kv, id)).run?.ended === true;
  });
  const { job } = await c.ended(id);
  assert.match(job.message, /^2名のマイナンバーを同期しました。/);
  assert.ok(down < 0, "it was asked until it answered");
});

Deno.test("two of one group at a time are refused", async () => {
  await using c = await company();
  const release = c.hold();
  await c.accept({ operation: "sync_my_numbers", group: GROUP });
  await assert.rejects(
    c.accept({ operation: "sync_my_numbers", group: GROUP }),
    (error) => error instanceof Refusal && error.code === "already_open",
  );
  release();
});

Deno.test("who is deleted or moved while the source answers gets no record", async () => {
  const good = sourceOf({ "000001": [null], "000002": [null] });
  await using c: Company = await company({
    source: masterOf([], {
      async myNumbers(people) {
        const { members } = c.stores;
        await commitChange(c.files.kv, c.files.committer, {
          guards: [members.guard(GROUP), members.guard("other")],
          async compute() {
            const [one, two] = await members.byCodes(["000001", "000002"]);
            return [...members.remove(one!), ...members.move(two!, "other")];
          },
        });
        return await good.myNumbers!(people);
      },
    }),
  });
  const { job } = await run(c);
  assert.equal(
    job.message,
    "0名のマイナンバーを同期しました。対象外のため処理しなかった従業員が2名います。" +
      "3件はエラーです（対象者のマイナンバーが存在しませんでした：3件）。",
  );
  assert.deepEqual(await numberPagesOf(c).held(), { imported: 0, year: 0 });
});

Deno.test("workers die on the way, in the middle of a family: the outcome is as of one clean run", async () => {
  const codes = Array.from({ length: 180 }, (_, i) => String(i).padStart(6, "0"));
  const family = ["妻", "長男", "長女", "母", "父"].map((relation) => [relation, "山田", relation] as const);
  const given = Object.fromEntries(
    codes.map((
      code,
      i,
    ) => [code, [null, ...family.filter((_, n) => (i + n) % 3 > 0).map((one) => [...one])]]),
  ) as Given;
  const outcome = async (deaths: number) => {
    let died = 0;
    const positions: unknown[] = [];
    await using c: Company = await openCompany({
      source: sourceOf(given),
      committerOfWorkers: (committer) => ({
        async commit(change, priority) {
          const result = await committer.commit(change, priority);
          const moved = change.mutations.find((m) => m.key[2] === "checkpoint");
          if (died === deaths || moved?.type !== "set") return result;
          const { position } = moved.value as { position: { at: string | null } | null };
          if (!position?.at) return result;
          positions.push(position.at);
          died++;
          c.breakWorkers();
          return await new Promise(() => {});
        },
      }),
    });
    await c.group(GROUP, "本社");
    for (const code of codes) {
      await addFamily(c, GROUP, person(code), family.map((one) => relative(...one)));
    }
    const { job, result, files } = await run(c);
    const { uses } = await numberPagesOf(c).uses(null);
    const opened = await Promise.all(codes.map((code) => openedOf(c, code)));
    return {
      died,
      outcome: [job.status, job.message, job.progress, result.errors, opened],
      numbers: uses.map(({ numbers }) => numbers),
      file: await cellsOf(files[0]!.bytes),
    };
  };
  const [clean, died] = [await outcome(0), await outcome(2)];
  assert.equal(died.died, 2, "some commit has to end in the middle of a family");
  assert.deepEqual({ ...died, died: 0 }, clean);
});
