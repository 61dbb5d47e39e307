import assert from "node:assert/strict";
import { Refusal } from "../../domain/errors.ts";
import { OWN } from "../../domain/my_number.ts";
import { encodeCp932 } from "../../formats/cp932.ts";
import { testNumber } from "../../kv/my_numbers/testing.ts";
import { eventually } from "../engine/test_tools.ts";
import { keptOf, numberPagesOf, numbersOf } from "../my_numbers_fixture.ts";
import {
  ADMIN,
  cellsOf,
  type Company,
  type CompanyOptions,
  fileOf,
  masterOf,
  openCompany,
  PASSWORD,
  person,
  TENANT,
} from "../test_tools.ts";

const HEADER = "社員番号,続柄,姓,名,個人番号";
const WIFE = { relation: "妻", lastName: "山田", firstName: "花" };

/** A company with 000001 and 000002 in a group and 000003 in the master only. */
async function company(options: CompanyOptions = {}): Promise<Company> {
  const c = await openCompany({ source: masterOf([person("000003")]), ...options });
  await c.group("g", "本社");
  await c.members("g", [person("000001"), person("000002")]);
  return c;
}

const accept = (c: Company, csv: string | Uint8Array<ArrayBuffer>, password = PASSWORD, name?: string) =>
  c.accept({ operation: "import_my_numbers", fields: [["password", password]], file: fileOf(csv, name) });

const run = async (c: Company, csv: string | Uint8Array<ArrayBuffer>, name?: string) =>
  await c.ended((await accept(c, csv, PASSWORD, name)).id);

/** `n` with its check digit off by one. */
const wrong = (n: number) => testNumber(n).replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
/** As people write them: 1234-5678-9018. */
const dashed = (number: string) => number.replace(/(.{4})(.{4})(.{4})/, "$1-$2-$3");

Deno.test("own numbers and relatives' are kept, of targets and of people of the master; the rest is told why not", async () => {
  await using c = await company();
  const rows = [
    `000001,,,,${testNumber(1)}`,
    `000001,妻,山田,花,${dashed(testNumber(2))}`,
    `000002,本人,姓は,見ない,${
      testNumber(3).replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)))
    }`,
    `000003,,,,${testNumber(4)}`,
    `000001,長男,山田,一,${wrong(5)}`,
    `000001,長女,山田,二,${testNumber(6).slice(0, 11)}`,
    `000001,母,山田,,${testNumber(7)}`,
    `000002,妻,,花,${testNumber(8)}`,
    `000002,父,山田,父,`,
    `1,,,,${testNumber(9)}`,
    `999999,,,,${testNumber(10)}`,
    `,,,,${testNumber(11)}`,
    `000002,${"叔".repeat(101)},山田,父,${testNumber(12)}`,
  ];
  const { job, result, files } = await run(c, `${HEADER}\r\n${rows.join("\r\n")}\r\n`, "番号.csv");
  assert.equal(job.title, "マイナンバーの取り込み");
  assert.equal(
    job.message,
    "4名のマイナンバーを取り込みました。9件はエラーです（必須の項目が入力されていません：3件、" +
      "マイナンバーに不正な値が指定されました：2件、ほか3種類）。",
  );
  const invalid =
    "マイナンバーに不正な値が指定されました。12桁の数字であることと、入力の誤りがないことを確認してください。";
  const missing = (column: string) =>
    `必須の項目が入力されていません（${column}）。${column}を入力してください。`;
  assert.deepEqual(result.errors.map(({ line, key, reason }) => [line, key, reason]), [
    [6, "000001", invalid],
    [7, "000001", invalid],
    [8, "000001", missing("名")],
    [9, "000002", missing("姓")],
    [10, "000002", missing("個人番号")],
    [
      11,
      "1",
      "従業員が見つかりませんでした。社員番号を確認してください。先頭の0が消えていませんか（例：000001）。",
    ],
    [12, "999999", "従業員が見つかりませんでした。社員番号を確認してください。"],
    [13, "", "社員番号が入力されていません。社員番号を入力してください。"],
    [14, "000002", "項目の文字数が上限を超えています（続柄：101文字）。100文字以内にしてください。"],
  ]);
  assert.deepEqual(await keptOf(c, "000001", [OWN, WIFE]), [true, true]);
  assert.deepEqual(await keptOf(c, "000003", [OWN, WIFE]), [true, false]);
  assert.deepEqual(await numberPagesOf(c).held(), { imported: 4, year: 0 });

  const [file] = files;
  assert.equal(file?.name, "番号_エラー.csv");
  const cells = await cellsOf(file!.bytes);
  assert.deepEqual(cells[0], ["社員番号", "続柄", "姓", "名", "エラー内容"]);
  assert.deepEqual(cells[1], ["000001", "長男", "山田", "一", invalid]);
  assert.equal(cells.length, 10);
});

Deno.test("the number replaces the one before, in Shift_JIS too, and the names of the error CSV come back in it", async () => {
  await using c = await company();
  await run(c, `${HEADER}\n000001,妻,山田,花,${testNumber(1)}\n`);
  const text = `${HEADER}\r\n000001,妻,山田,花,${testNumber(2)}\r\n000001,長男,髙﨑,①,x\r\n`;
  const { job, files } = await run(c, encodeCp932(text).bytes);
  assert.equal(
    job.message,
    "1名のマイナンバーを取り込みました。1件はエラーです（マイナンバーに不正な値が指定されました：1件）。",
  );
  assert.equal(files[0]?.type, "text/csv; charset=shift_jis");
  assert.deepEqual((await cellsOf(files[0]!.bytes, "shift_jis"))[1]?.slice(0, 4), [
    "000001",
    "長男",
    "髙﨑",
    "①",
  ]);
  assert.equal((await numberPagesOf(c).held()).imported, 1);
  const [sealed] = await numbersOf(c).sealKept({ id: "id-000001", code: "000001" }, [WIFE]);
  assert.ok(sealed && sealed !== "damaged");
});

Deno.test("every row of one person is refused, however the person is written", async () => {
  await using c = await company();
  const rows = [
    `000001,,,,${testNumber(1)}`,
    `000001,本人,山田,花子,${testNumber(2)}`,
    ` 000001 , 妻 ,山田,ハナ,${testNumber(3)}`,
    `000001,妻,山田　,ﾊﾅ,${testNumber(4)}`,
    `000001,母,山田,花,${testNumber(5)}`,
  ];
  const { job, result } = await run(c, `${HEADER}\n${rows.join("\n")}\n`);
  assert.equal(
    job.message,
    "1名のマイナンバーを取り込みました。4件はエラーです（同じ内容の行が重複しています：4件）。",
  );
  assert.deepEqual(result.errors.map(({ line }) => line), [2, 3, 4, 5]);
});

Deno.test("a number in a wrong column is in no error, no key, no file and no question to the source", async () => {
  const master = masterOf([]);
  const asked: string[] = [];
  const employeesByCode = (codes: readonly string[]) => {
    asked.push(...codes);
    return master.employeesByCode(codes);
  };
  await using c = await company({ source: { ...master, employeesByCode } });
  const stray = testNumber(123_456_789);
  const other = testNumber(987);
  // What Excel leaves of a number that begins with 0.
  const leading = testNumber(12_345);
  assert.ok(leading.startsWith("0"));
  const rows = [
    `${stray},000001,,,`,
    `${dashed(stray)},,,,${stray}`,
    `000001,,,${stray}`,
    `000001,,,,,${stray}`,
    `000001,${stray},山田,花,1`,
    `000001,妻,山田,${dashed(stray)},2`,
    `"${"9".repeat(300)}${stray}",,,,`,
    // With a number in the right column too: a row that would be kept, under these names.
    `000001,${stray},山田,花,${other}`,
    `000001,妻,${[...stray].join(" ")},花,${other}`,
    `000001,妻,山田,花${dashed(stray)},${other}`,
    `x${stray},,,,${other}`,
    `${leading.slice(1)},,,,${other}`,
  ];
  const { id } = await accept(c, `${HEADER}\n${rows.join("\n")}\n`);
  const { job, result, files } = await c.ended(id);
  assert.equal(result.errorCount, rows.length);
  const text = JSON.stringify([job, result, c.logged]) + new TextDecoder().decode(files[0]!.bytes);
  const keys = await Array.fromAsync(c.files.kv.list({ prefix: [] }), ({ key }) => key.join("/"));
  for (const shown of [stray, dashed(stray), [...stray].join(" "), leading.slice(1)]) {
    assert.ok(!text.includes(shown), text);
    for (const place of [...keys, ...asked]) assert.ok(!place.includes(shown), place);
  }
  assert.deepEqual(result.errors.slice(0, 2).map(({ key, reason }) => [key, reason]), [
    [
      "",
      "社員番号の欄に12桁の数字が入力されています。社員番号の欄にマイナンバーが入力されていないか、列の順序を確認してください。",
    ],
    [
      "",
      "社員番号の欄に12桁の数字が入力されています。社員番号の欄にマイナンバーが入力されていないか、列の順序を確認してください。",
    ],
  ]);
});

Deno.test("a wrong password or a wrong file is refused, and nothing is stored", async () => {
  await using c = await company();
  const good = `${HEADER}\n000001,,,,${testNumber(1)}\n`;
  const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
  await assert.rejects(accept(c, good, "wrong"), refused("wrong_password"));
  await assert.rejects(accept(c, good.replace("続柄,", "")), refused("bad_header"));
  await assert.rejects(accept(c, good, PASSWORD, "番号.xlsx"), refused("wrong_extension"));
  assert.deepEqual(await Array.fromAsync(c.files.blobKv.list({ prefix: [] })), []);
  assert.deepEqual((await c.service.list({ tenant: TENANT, user: ADMIN }, {})).jobs, []);
});

Deno.test("the uploaded file is shredded with the end of the job, whatever the end, and cannot be run again", async () => {
  const chunks = async (c: Company) => (await Array.fromAsync(c.files.blobKv.list({ prefix: [] }))).length;
  const ends = {
    completed: `${HEADER}\n000001,,,,${testNumber(1)}\n`,
    failed: `${HEADER}\n000001,,,,${testNumber(1)}\n"000002\n`,
  };
  const shredded = (c: Company) =>
    eventually(async () => {
      c.pass(1000);
      c.engine.ring();
      return await chunks(c) === 0;
    });
  for (const [status, csv] of Object.entries(ends)) {
    await using c = await company();
    const { id } = await accept(c, csv);
    assert.ok(await chunks(c) > 0);
    const { job } = await c.ended(id);
    assert.equal(job.status, status);
    await shredded(c);
  }
  await using c = await company();
  const release = c.hold();
  const { id } = await accept(c, ends.completed);
  await c.service.cancel({ tenant: TENANT, user: ADMIN }, id);
  release();
  await shredded(c);
  assert.equal((await c.service.detail({ tenant: TENANT, user: ADMIN }, id)).control.rerun, null);
});

Deno.test("who took numbers in, when and how many is on record; a file that is wrong as a whole takes none in", async () => {
  await using c = await company();
  await run(c, `${HEADER}\n000001,,,,"${testNumber(1)}\n`);
  assert.deepEqual((await numberPagesOf(c).uses(null)).uses, []);
  const { job } = await run(c, `${HEADER}\n000001,,,,${testNumber(1)}\n000002,,,,0\n`);
  const { uses } = await numberPagesOf(c).uses(null);
  assert.deepEqual(
    uses.map(({ what, job, purpose, actor, whose, numbers }) => ({
      what,
      job,
      purpose,
      actor,
      whose,
      numbers,
    })),
    [{
      what: "imported",
      job: job.id,
      purpose: "マイナンバーの取り込み",
      actor: { id: "admin", email: "admin@acme.example" },
      whose: null,
      numbers: 1,
    }],
  );
});

Deno.test("workers die on the way: what is kept, refused and told is as of one clean run", async () => {
  const people = Array.from({ length: 200 }, (_, i) => person(String(i).padStart(6, "0")));
  const rows = people.map(({ code }, i) => `${code},,,,${i % 7 === 0 ? "0" : testNumber(i)}`);
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
    const { job, result, files } = await run(c, `${HEADER}\n${rows.join("\n")}\n`);
    const { uses } = await numberPagesOf(c).uses(null);
    return {
      died,
      outcome: [job.status, job.message, job.progress, result.errors, await numberPagesOf(c).held()],
      numbers: uses.map(({ numbers }) => numbers),
      file: await cellsOf(files[0]!.bytes),
    };
  };
  const [clean, died] = [await outcome(0), await outcome(2)];
  assert.equal(died.died, 2);
  assert.deepEqual({ ...died, died: 0 }, clean);
  assert.deepEqual(clean.numbers, [171]);
});
