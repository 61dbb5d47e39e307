import assert from "node:assert/strict";
import { Refusal, Unavailable } from "../../domain/errors.ts";
import type { MasterEmployee } from "../../domain/employee.ts";
import type { FamilyMember } from "../../domain/family.ts";
import { EMPTY_PROFILE } from "../../domain/profile.ts";
import { commitChange } from "../../kv/guarded.ts";
import { EMPTY_SOURCE } from "../../sources/empty.ts";
import type { MasterSource } from "../../sources/source.ts";
import { eventually, stored } from "../engine/test_tools.ts";
import { cellsOf, type Company, masterOf, MORNING, openCompany, person } from "../test_tools.ts";

const HEAD = "g-head";
const PLANT = "g-plant";

const accept = (c: Company) => c.accept({ operation: "sync_employees" });
const run = async (c: Company) => await c.ended((await accept(c)).id);

const codesIn = async (c: Company, group: string | null) =>
  (await Array.fromAsync(c.stores.members.walk(group))).flat().map(({ employee }) => employee.code);

async function baselineOf(c: Company, code: string) {
  const [member] = await c.stores.members.byCodes([code]);
  return (await c.stores.members.baselines([member!.employee.id]))[0];
}

/** A master of which the test changes people between two syncs; in pages of `size`. */
function paged(people: MasterEmployee[], size = 500, more: Partial<MasterSource> = {}): MasterSource {
  return masterOf([], {
    countEmployees: () => Promise.resolve(people.length),
    employeesByCode: (codes) =>
      Promise.resolve(
        codes.map((code) => people.find((one) => one.code === code && one.status !== "retired") ?? null),
      ),
    async *employees(from = 0) {
      for (let i = from; i < people.length; i += size) yield await Promise.resolve(people.slice(i, i + size));
    },
    ...more,
  });
}

const relative = (sourceId: string): FamilyMember => ({
  sourceId: `${sourceId}-child`,
  code: "1",
  relation: { name: "長男", preset: "first_son", isChild: true },
  isSpouse: false,
  lastName: "山田",
  firstName: "太郎",
  lastNameKana: "ヤマダ",
  firstNameKana: "タロウ",
  birthOn: "2015-04-01",
  gender: "male",
  livingTogether: true,
  address: null,
  disability: null,
  socialSupport: "supported",
  taxSupport: "supported",
  taxIncome: 0,
  taxQualifiedOn: null,
  taxQualifiedReason: "",
  remittance: null,
});

const families: MasterSource["families"] = (people) =>
  Promise.resolve(people.map(({ sourceId }) => [relative(sourceId)]));

/** 000001–000004 are fit; the others are not, each in another way. */
const everyKind = (): MasterEmployee[] => [
  person("000001", { profile: { ...EMPTY_PROFILE, hasSpouse: true, school: "見本大学" } }),
  person("000002", { employmentType: null, employmentPreset: null, department: null }),
  { ...person(""), sourceId: "nobody", code: null },
  person("000003", { status: "absent" }),
  person("000004", { resignedOn: "2026-11-02", account: { email: null } }),
  person("000005", { status: "retired" }),
  person("000006", { resignedOn: "2026-11-01" }),
  person("000007", { employmentPreset: "outsourcing_contractor" }),
  person("000008", { employmentPreset: "permatemp", account: null }),
  person("000009", { account: null, lastName: "能登", firstName: "=凛" }),
  person("000010", { birthOn: null, gender: null, address: null, lastNameKana: "" }),
];

Deno.test("people of the master are added in no group; the unfit are left out in silence or told why not", async () => {
  await using c = await openCompany({ source: paged(everyKind(), 500, { families }) });
  const { job, result, files } = await run(c);
  assert.deepEqual([job.title, job.status], ["従業員情報の同期", "completed_with_errors"]);
  assert.equal(
    job.message,
    "4名を追加し、0名を更新しました。対象外のため処理しなかった従業員が5名います。" +
      "2件はエラーです（アカウントが未設定です：1件、基本機能の情報が足りません：1件）。",
  );
  assert.deepEqual(result.details, [
    "4名を追加しました。",
    "0名の部署・雇用形態を更新しました。",
    "1名は社員番号がないため追加しませんでした。",
    "2名は退職済みのため追加しませんでした。",
    "2名は業務委託・派遣社員のため追加しませんでした。",
    "1件はエラーです（アカウントが未設定です）。",
    "1件はエラーです（基本機能の情報が足りません）。",
  ]);
  assert.deepEqual(await codesIn(c, null), ["000001", "000002", "000003", "000004"]);
  assert.equal((await c.stores.groups.tally("")).employees, 4);
  assert.deepEqual(job.progress, { done: 11, total: 11 });
  assert.deepEqual(files.map(({ name }) => name), ["従業員情報の同期_エラー.csv"]);
  assert.deepEqual(await cellsOf(files[0]!.bytes), [
    ["社員番号", "姓", "名", "エラー内容"],
    [
      "000009",
      "能登",
      "'=凛",
      "アカウントが未設定です。基本機能でアカウントを設定してから、やり直してください。",
    ],
    [
      "000010",
      "山田",
      "花子",
      "基本機能の情報が足りません（姓名のヨミガナ、生年月日、性別、住所）。基本機能に情報を登録してから、やり直してください。",
    ],
  ]);
});

Deno.test("a newcomer's baseline holds what the master said, the family included", async () => {
  const people = everyKind();
  await using c = await openCompany({ source: paged(people, 500, { families }) });
  await run(c);
  assert.deepEqual(await baselineOf(c, "000001"), {
    v: 1,
    takenAt: MORNING,
    self: people[0],
    family: [relative("source-000001")],
    housingLoan: null,
  });
});

Deno.test("of those present only 部署 and 雇用形態 change, wherever they are; the unchanged write nothing", async () => {
  const people = [
    person("000001"),
    person("000002"),
    person("000003"),
    person("000004"),
    person("000005"),
    person("000006"),
  ];
  await using c = await openCompany({ source: paged(people) });
  for (const [id, name] of [[HEAD, "本社"], [PLANT, "工場"]] as const) await c.group(id, name);
  await c.members(HEAD, [person("000001"), person("000002")]);
  await c.members(PLANT, [person("000003")]);
  await c.members(null, [person("000004"), person("000005")]);
  const revOf = async (group: string) =>
    (await c.files.kv.get<{ rev: number }>(["t", "acme", "y", 2026, "guard", group])).value!.rev;
  const before = { head: await revOf(HEAD), plant: await revOf(PLANT), none: await revOf("") };
  const change = { department: "経理部", employmentType: "契約社員", employmentPreset: "contract_worker" };
  people[1] = person("000002", { ...change, lastName: "佐藤", establishment: "支社" });
  people[2] = person("000003", { status: "retired", department: "総務部" });
  people[3] = person("000004", { department: null });
  people[4] = person("000005", { account: null, department: "総務部" });
  const { job, result } = await run(c);
  assert.equal(job.status, "completed");
  assert.equal(
    job.message,
    "1名を追加し、2名を更新しました。対象外のため処理しなかった従業員が2名います。",
  );
  assert.deepEqual(result.details, [
    "1名を追加しました。",
    "2名の部署・雇用形態を更新しました。",
    "1名は変更がありませんでした。",
    "2名は対象の条件から外れましたが、対象従業員に残っています。",
  ]);
  const members = await c.stores.members.byCodes(people.map(({ code }) => code));
  const seen = members.map((member) => {
    const { groupId, department, employmentPreset, lastName } = member!.employee;
    return [groupId, department, employmentPreset, lastName, member!.request?.status ?? null];
  });
  assert.deepEqual(seen, [
    [HEAD, "営業部", "full_timer", "山田", "not_requested"],
    [HEAD, "経理部", "contract_worker", "山田", "not_requested"],
    [PLANT, "営業部", "full_timer", "山田", "not_requested"],
    [null, null, "full_timer", "山田", null],
    [null, "営業部", "full_timer", "山田", null],
    [null, "営業部", "full_timer", "山田", null],
  ]);
  assert.equal(members[1]!.employee.employmentType, "契約社員");
  assert.equal(members[1]!.employee.establishment, "本社");
  assert.notEqual(await revOf(HEAD), before.head);
  assert.equal(await revOf(PLANT), before.plant);
  await run(c);
  const again = await revOf("");
  const third = await run(c);
  assert.equal(third.result.details[2], "4名は変更がありませんでした。");
  assert.equal(await revOf(""), again);
});

Deno.test("each of 部署, 雇用形態 and the 種別 behind it is renewed by itself", async () => {
  const changes = [{ department: "経理部" }, { employmentType: "準社員" }, { employmentPreset: "etc" }];
  const people = changes.map((change, i) => person(`00000${i}`, change));
  await using c = await openCompany({ source: paged(people) });
  await c.members(null, people.map(({ code }) => person(code)));
  assert.equal((await run(c)).job.message, "0名を追加し、3名を更新しました。");
  const found = await c.stores.members.byCodes(people.map(({ code }) => code));
  assert.deepEqual(
    found.map((member, i) => ({ ...member!.employee, ...changes[i] })),
    found.map((member) => member!.employee),
  );
});

Deno.test("where mails go is renewed too, and counted for itself", async () => {
  const people = [
    person("000001", { account: { email: "new@acme.example" }, lastName: "佐藤" }),
    person("000002", { account: { email: null } }),
    person("000003", { account: { email: "x@acme.example" }, department: "経理部" }),
    person("000004"),
  ];
  await using c = await openCompany({ source: paged(people) });
  await c.members(null, people.map(({ code }) => person(code)));
  const { job, result } = await run(c);
  assert.equal(job.message, "0名を追加し、1名を更新しました。");
  assert.deepEqual(result.details, [
    "0名を追加しました。",
    "1名の部署・雇用形態を更新しました。",
    "2名はメールの宛先だけを更新しました。",
    "1名は変更がありませんでした。",
  ]);
  const found = await c.stores.members.byCodes(people.map(({ code }) => code));
  assert.deepEqual(
    found.map((member) => member!.employee.account?.email),
    ["new@acme.example", null, "x@acme.example", person("000004").account!.email],
  );
  assert.equal(found[0]!.employee.lastName, "山田");
  assert.equal((await run(c)).result.details.at(-1), "4名は変更がありませんでした。");
});

Deno.test("a later sync leaves the baseline; after deleting, a sync makes a new one under a new id", async () => {
  const people = [person("000001")];
  await using c = await openCompany({ source: paged(people, 500, { families }) });
  await run(c);
  const [first] = await c.stores.members.byCodes(["000001"]);
  const baseline = await baselineOf(c, "000001");
  people[0] = person("000001", { department: "経理部", lastName: "佐藤", sourceId: "source-000001" });
  c.pass(60_000);
  await run(c);
  assert.equal((await c.stores.members.byCodes(["000001"]))[0]!.employee.department, "経理部");
  assert.deepEqual(await baselineOf(c, "000001"), baseline);

  const { members } = c.stores;
  await commitChange(c.files.kv, c.committer, {
    guards: [members.guard(null)],
    compute: async () => members.remove((await members.byCodes(["000001"]))[0]!),
  });
  assert.deepEqual(await members.baselines([first!.employee.id]), [null]);
  c.pass(60_000);
  assert.equal((await run(c)).job.message, "1名を追加し、0名を更新しました。");
  const [second] = await members.byCodes(["000001"]);
  assert.notEqual(second!.employee.id, first!.employee.id);
  const anew = await baselineOf(c, "000001");
  assert.deepEqual([anew!.takenAt, anew!.self.lastName], [MORNING + 120_000, "佐藤"]);
});

Deno.test("of two people with one 社員番号 the first is taken in, on one page or on two; sync after sync", async () => {
  for (const size of [1, 2, 500]) {
    const people = [
      person("000001"),
      person("000001", { sourceId: "twin", lastName: "佐藤", department: "経理部" }),
      person("000002"),
    ];
    await using c = await openCompany({ source: paged(people, size) });
    for (const added of [2, 0]) {
      c.pass(60_000);
      const { job, result, files } = await run(c);
      assert.equal(
        job.message,
        `${added}名を追加し、0名を更新しました。` +
          "1件はエラーです（同じ社員番号の従業員が基本機能に2名以上います：1件）。",
      );
      // No file was uploaded, so there is no line to name.
      assert.deepEqual(result.errors.map(({ line, key }) => [line, key]), [[null, "000001"]]);
      assert.deepEqual((await cellsOf(files[0]!.bytes))[1]?.slice(0, 3), ["000001", "佐藤", "花子"]);
    }
    const [member] = await c.stores.members.byCodes(["000001"]);
    assert.deepEqual([member!.employee.sourceId, member!.employee.department], ["source-000001", "営業部"]);
  }
});

Deno.test("who came back under a new record holds the 社員番号, and the 退職済 record takes nothing from them", async () => {
  const people = [person("000001"), person("000002", { status: "retired" })];
  await using c = await openCompany({ source: paged(people) });
  await run(c);
  c.pass(60_000);
  people[0] = person("000001", { status: "retired" });
  people.push(
    person("000001", { sourceId: "again-1", department: "経理部" }),
    person("000002", { sourceId: "again-2" }),
  );
  const { job } = await run(c);
  assert.equal(
    job.message,
    "1名を追加し、1名を更新しました。対象外のため処理しなかった従業員が2名います。",
  );
  const [first, second] = await c.stores.members.byCodes(["000001", "000002"]);
  assert.equal(first!.employee.department, "経理部");
  assert.equal(second!.employee.sourceId, "again-2");
});

Deno.test("a 社員番号 that no key can hold is refused", async () => {
  await using c = await openCompany({ source: paged([person("9".repeat(300)), person("000001")]) });
  const { job, result } = await run(c);
  assert.equal(job.message, "1名を追加し、0名を更新しました。1件はエラーです（社員番号が長すぎます：1件）。");
  assert.equal(result.errors[0]?.key.length, 255);
});

Deno.test("a master without anybody, one that is not connected, and one that refuses", async () => {
  const cases: [MasterSource, string, string][] = [
    [paged([]), "completed", "0名を追加し、0名を更新しました。"],
    [EMPTY_SOURCE, "failed", "処理を実行できませんでした。基本機能との連携が設定されていません。"],
    [
      paged([], 1, { countEmployees: () => Promise.reject(new Refusal("source_token_invalid")) }),
      "failed",
      "基本機能の情報を取得できませんでした。SmartHRのアクセストークンが無効です。",
    ],
  ];
  for (const [source, status, message] of cases) {
    await using c = await openCompany({ source });
    const { job } = await run(c);
    assert.deepEqual([job.status, job.message], [status, message]);
  }
});

Deno.test("a master that goes down on the way is waited for, and read on from the last page", async () => {
  const people = Array.from({ length: 25 }, (_, i) => person(String(i).padStart(6, "0")));
  const asked: number[] = [];
  const failing = new Set([10, 20]);
  const source = paged(people, 10, {
    async *employees(from = 0) {
      asked.push(from);
      for (let i = from; i < people.length; i += 10) {
        if (failing.delete(i)) throw new Unavailable("source_unavailable");
        yield await Promise.resolve(people.slice(i, i + 10));
      }
    },
  });
  await using c = await openCompany({ source });
  const { id } = await accept(c);
  await eventually(async () => {
    c.pass(1_000);
    c.engine.ring();
    return (await stored(c.files.kv, id)).run?.ended === true;
  });
  const { job } = await c.ended(id);
  assert.equal(job.message, "25名を追加し、0名を更新しました。");
  assert.deepEqual(asked, [0, 10, 20]);
  assert.deepEqual(await codesIn(c, null), people.map(({ code }) => code));
});

Deno.test("somebody whose record fits into no stored value is refused alone, 部署 that grew so long too", async () => {
  const long = "長".repeat(40_000);
  const large = [
    person("000002", { lastName: "𠮷".repeat(20_000) }),
    person("000003", { department: long }),
    person("000004", { sourceId: "s".repeat(70_000) }),
    person("000005"),
  ];
  const family = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ ...relative(`${i}`), lastName: long.slice(0, 500) }));
  const families: MasterSource["families"] = (asked) =>
    Promise.resolve(asked.map(({ sourceId }) => family(sourceId === large[3]!.sourceId ? 50 : 1)));
  await using c = await openCompany({
    source: paged([person("000001", { department: long }), ...large, person("000006")], 500, { families }),
  });
  await c.members(null, [person("000001", { department: "営業部" })]);
  const { job, result } = await run(c);
  assert.equal(
    job.message,
    "1名を追加し、0名を更新しました。5件はエラーです（基本機能の情報が長すぎて保存できません：5件）。",
  );
  assert.deepEqual(result.errors.map(({ key }) => key), ["000001", "000002", "000003", "000004", "000005"]);
  assert.deepEqual(await codesIn(c, null), ["000001", "000006"]);
});
