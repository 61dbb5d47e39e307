import assert from "node:assert/strict";
import { encodeCp932 } from "../../formats/cp932.ts";
import { groupChangesOf } from "../../kv/group_changes.ts";
import {
  cellsOf,
  type Company,
  type CompanyOptions,
  fileOf,
  masterOf,
  openCompany,
  person,
  TENANT,
} from "../test_tools.ts";

const HEAD = "g-head";

/** A company with a group 本社 and people of every kind that the import meets. */
async function company(options: CompanyOptions = {}): Promise<Company> {
  const source = masterOf([
    person("000001"),
    person("000002", { account: null }),
    person("000003", { employmentPreset: "outsourcing_contractor" }),
    person("000004", { employmentPreset: "permatemp" }),
    person("000005", { status: "retired" }),
    person("000006", { resignedOn: "2026-11-01" }),
    person("000007", { resignedOn: "2026-11-02" }),
    person("000008", { birthOn: null, gender: null, address: null, lastNameKana: "" }),
    person("000009"),
    person("000010"),
    person("髙﨑①"),
  ]);
  const c = await openCompany({ source, ...options });
  await c.group(HEAD, "本社");
  await c.group("g-plant", "工場");
  await c.members("g-plant", [person("000009")]);
  await c.members(null, [person("000010")]);
  return c;
}

const run = async (c: Company, csv: string | Uint8Array<ArrayBuffer>, name?: string) => {
  const { id } = await c.accept({
    operation: "add_employees_to_group",
    group: HEAD,
    file: fileOf(csv, name),
  });
  return await c.ended(id);
};

const codesIn = async (c: Company, group: string | null) =>
  (await Array.fromAsync(c.stores.members.walk(group))).flat().map(({ employee }) => employee.code);

Deno.test("people in no group and people of the master are added; everybody else is told why not", async () => {
  await using c = await company();
  const codes = Array.from({ length: 10 }, (_, i) => String(i + 1).padStart(6, "0"));
  const { job, result } = await run(c, `社員番号,姓,名\r\n${[...codes, "9", "999999"].join(",,\r\n")},,\r\n`);
  assert.equal(job.title, "本社の従業員情報の取り込み");
  assert.equal(job.status, "completed_with_errors");
  assert.equal(
    job.message,
    "3名を追加しました。対象外のため処理しなかった従業員が2名います。" +
      "7件はエラーです（雇用形態が「業務委託」「派遣社員」です：2件、従業員が見つかりませんでした：2件、ほか3種類）。",
  );
  assert.deepEqual(result.details, [
    "3名を追加しました。",
    "2名は退職済みのため追加しませんでした。",
    "2件はエラーです（雇用形態が「業務委託」「派遣社員」です）。",
    "2件はエラーです（従業員が見つかりませんでした）。",
    "1件はエラーです（アカウントが未設定です）。",
    "1件はエラーです（基本機能の情報が足りません）。",
    "1件はエラーです（すでに依頼グループに登録されています）。",
  ]);
  assert.deepEqual(result.errors, [
    {
      line: 3,
      key: "000002",
      reason: "アカウントが未設定です。基本機能でアカウントを設定してから、やり直してください。",
    },
    {
      line: 4,
      key: "000003",
      reason: "雇用形態が「業務委託」「派遣社員」です。年末調整の対象かどうかを確認してください。",
    },
    {
      line: 5,
      key: "000004",
      reason: "雇用形態が「業務委託」「派遣社員」です。年末調整の対象かどうかを確認してください。",
    },
    {
      line: 9,
      key: "000008",
      reason:
        "基本機能の情報が足りません（姓名のヨミガナ、生年月日、性別、住所）。基本機能に情報を登録してから、やり直してください。",
    },
    {
      line: 10,
      key: "000009",
      reason: "すでに依頼グループに登録されています。登録先の依頼グループを確認してください。",
    },
    {
      line: 12,
      key: "9",
      reason:
        "従業員が見つかりませんでした。社員番号を確認してください。先頭の0が消えていませんか（例：000009）。",
    },
    { line: 13, key: "999999", reason: "従業員が見つかりませんでした。社員番号を確認してください。" },
  ]);
  assert.deepEqual(await codesIn(c, HEAD), ["000001", "000007", "000010"]);
  assert.deepEqual(await codesIn(c, null), []);
  assert.deepEqual(await codesIn(c, "g-plant"), ["000009"]);
  const [added] = await c.stores.members.byCodes(["000001"]);
  assert.equal(added?.request?.status, "not_requested");
  assert.deepEqual(job.progress, { done: 12, total: 12 });
});

Deno.test("who left since the sync is not added, where the master can be asked; else the sync counts", async () => {
  for (const costly of [false, true]) {
    const source = masterOf([person("000001", { status: "retired" }), person("000002")], { costly });
    await using c = await openCompany({ source });
    await c.group(HEAD, "本社");
    await c.members(null, [person("000001"), person("000002")]);
    const { job } = await run(c, "社員番号\n000001\n000002\n");
    assert.equal(job.status, "completed");
    assert.deepEqual(await codesIn(c, HEAD), costly ? ["000001", "000002"] : ["000002"]);
  }
});

Deno.test("the error CSV is the upload's refused rows and エラー内容; corrected and uploaded again it adds the rest", async () => {
  await using c = await company();
  const first = await run(
    c,
    '\ufeff名,社員番号\n花子,000001\n"太\n郎",1\n\'=cmd,000002\n',
    "追加分.csv",
  );
  assert.equal(first.job.status, "completed_with_errors");
  const [file] = first.files;
  assert.equal(file?.name, "追加分_エラー.csv");
  assert.deepEqual(await cellsOf(file!.bytes), [
    ["名", "社員番号", "エラー内容"],
    [
      "太\n郎",
      "1",
      "従業員が見つかりませんでした。社員番号を確認してください。先頭の0が消えていませんか（例：000001）。",
    ],
    ["'=cmd", "000002", "アカウントが未設定です。基本機能でアカウントを設定してから、やり直してください。"],
  ]);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file!.bytes);
  assert.ok(text.startsWith("\ufeff名,社員番号,エラー内容\r\n"));
  const second = await run(c, text.replace(",1,", ",000010,"), file!.name);
  assert.deepEqual(second.result.errors.map(({ key }) => key), ["000002"]);
  assert.deepEqual((await cellsOf(second.files[0]!.bytes))[0], ["名", "社員番号", "エラー内容"]);
  assert.deepEqual(await codesIn(c, HEAD), ["000001", "000010"]);
});

Deno.test("a Shift_JIS file is read as Excel saves it, and its error CSV is Shift_JIS again", async () => {
  await using c = await company();
  const text = "社員番号,姓,名\r\n髙﨑①,髙﨑,～太\r\n無い①,﨑,\r\n";
  const { job, files } = await run(c, encodeCp932(text).bytes, "ﾃｽﾄ.CSV");
  assert.equal(job.message, "1名を追加しました。1件はエラーです（従業員が見つかりませんでした：1件）。");
  assert.deepEqual(await codesIn(c, HEAD), ["髙﨑①"]);
  assert.equal(files[0]?.type, "text/csv; charset=shift_jis");
  assert.deepEqual((await cellsOf(files[0]!.bytes, "shift_jis"))[1], [
    "無い①",
    "﨑",
    "",
    "従業員が見つかりませんでした。社員番号を確認してください。",
  ]);
});

Deno.test("every row of a repeated 社員番号 is refused, and a file uploaded twice adds nobody twice", async () => {
  await using c = await company();
  const csv = "社員番号\n000001\n000010\n 000001 \n";
  const first = await run(c, csv);
  assert.deepEqual(
    first.result.errors.map(({ line, reason }) => [line, reason]),
    [2, 4].map((line) => [
      line,
      "次の社員番号が重複しています（000001）。1行だけ残して取り込み直してください。",
    ]),
  );
  assert.equal(
    first.job.message,
    "1名を追加しました。2件はエラーです（次の社員番号が重複しています：2件）。",
  );
  const again = await run(c, "社員番号\n000010\n");
  assert.equal(
    again.job.message,
    "0名を追加しました。1件はエラーです（すでに依頼グループに登録されています：1件）。",
  );
  assert.equal(again.job.status, "completed_with_errors");
  assert.deepEqual(await codesIn(c, HEAD), ["000010"]);
});

Deno.test("all well is 完了, with neither errors nor a file", async () => {
  await using c = await company();
  const { job, result } = await run(c, "社員番号\n000001\n");
  assert.deepEqual([job.status, job.message], ["completed", "1名を追加しました。"]);
  assert.deepEqual([result.errors, result.attachments, result.errorCount], [[], [], 0]);
});

Deno.test("a file that is wrong as a whole ends as エラー, and nobody was added", async () => {
  await using c = await company({ maxRows: 3 });
  const cases = [
    ["社員番号\n", "ファイルの取り込みに失敗しました。データの行がありません。"],
    [
      "社員番号\n000001\n2\n3\n4\n",
      "ファイルの取り込みに失敗しました。行数が上限（3行）を超えています。",
    ],
    ['社員番号\n000001\n"000010\n', "ファイルの取り込みに失敗しました。3行目でCSVの形式が崩れています。"],
  ] as const;
  for (const [csv, message] of cases) {
    const { job, result } = await run(c, csv);
    assert.deepEqual([job.status, job.message], ["failed", message]);
    assert.deepEqual([result.errorCount, result.errors[0]?.line, result.attachments], [1, null, []]);
  }
  assert.deepEqual(await codesIn(c, HEAD), []);
});

Deno.test("a 社員番号 of any length is a refused row, not a broken job", async () => {
  await using c = await company();
  const long = "9".repeat(100_000);
  const { job, result, files } = await run(c, `社員番号\n${long}\n${long}\n000001\n`);
  assert.equal(job.message, "1名を追加しました。2件はエラーです（社員番号が長すぎます：2件）。");
  assert.equal(result.errors[0]?.key, `${"9".repeat(50)}…`);
  assert.equal(result.errors[0]?.reason, "社員番号が長すぎます（100000文字）。社員番号を確認してください。");
  assert.equal((await cellsOf(files[0]!.bytes))[1]?.[0], long);
});

Deno.test("the group is deleted while its first people are on their way: nobody is added, and the job says why", async () => {
  let removeGroup: (() => Promise<void>) | null = null;
  await using c: Company = await company({
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        const act = change.mutations.some((m) => m.key[2] === "checkpoint") ? removeGroup : null;
        if (act) removeGroup = null;
        await act?.();
        return await committer.commit(change, priority);
      },
    }),
  });
  removeGroup = () => groupChangesOf(c.files.kv, c.committer, TENANT).remove(HEAD);
  const { job } = await run(c, "社員番号\n000001\n000010\n");
  assert.deepEqual([job.status, job.message], [
    "failed",
    "処理を実行できませんでした。対象の依頼グループが削除されました。",
  ]);
  assert.deepEqual([await codesIn(c, HEAD), await codesIn(c, null)], [[], ["000010"]]);
});

Deno.test("workers die twice on the way: what is added, refused and left is as of one clean run", async () => {
  const people = Array.from({ length: 300 }, (_, i) => person(String(i).padStart(6, "0")));
  const csv = `社員番号\n${people.map(({ code }) => `${code}\n`).join("")}unknown\n`;
  const outcome = async (deaths: number) => {
    let died = 0;
    await using c: Company = await openCompany({
      source: masterOf(people),
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
    await c.group(HEAD, "本社");
    const { job, result, files } = await run(c, csv);
    const tally = await c.stores.groups.tally(HEAD);
    return {
      died,
      outcome: [job.status, job.message, job.progress, result.errors, tally, await codesIn(c, HEAD)],
      file: await cellsOf(files[0]!.bytes),
    };
  };
  const clean = await outcome(0);
  const died = await outcome(2);
  assert.equal(died.died, 2);
  assert.deepEqual(died.outcome, clean.outcome);
  assert.deepEqual(died.file, clean.file);
});

Deno.test("somebody of the master whose record fits into no stored value is refused alone", async () => {
  const source = masterOf([person("000001", { lastName: "長".repeat(40_000) }), person("000002")]);
  await using c = await company({ source });
  const { job, result } = await run(c, "社員番号,姓,名\r\n000001,,\r\n000002,,\r\n");
  assert.equal(
    job.message,
    "1名を追加しました。1件はエラーです（基本機能の情報が長すぎて保存できません：1件）。",
  );
  assert.equal(result.errors[0]?.key, "000001");
  assert.deepEqual(await codesIn(c, HEAD), ["000002"]);
});
