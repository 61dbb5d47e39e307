import assert from "node:assert/strict";
import fc from "fast-check";
import { explain, REASON_CODES } from "../domain/reasons.ts";
import { encodeCp932 } from "../formats/cp932.ts";
import { encodeCsv } from "../formats/csv_write.ts";
import type { RowError } from "./engine/records.ts";
import { errorRecords, reasonText } from "./error_csv.ts";
import { csvInput } from "./input.ts";
import { readRecords, readRows, type Upload } from "./rows.ts";

const INPUT = csvInput(
  ["社員番号", "姓", "備考"].map((name) => ({ name, required: name === "社員番号", example: "" })),
  { name: "sample.csv", encoding: "utf-8" },
);

const upload = (bytes: Uint8Array): Upload => ({
  encoding: "utf-8",
  async *bytes() {
    yield await Promise.resolve(bytes);
  },
});

const error = (line: number, code = "employee_not_found"): RowError => ({
  v: 1,
  line,
  key: "",
  code,
  params: {},
});

async function errorsOf(text: string, errors: RowError[]): Promise<string[][]> {
  const records = readRecords(upload(new TextEncoder().encode(text)));
  return (await Array.fromAsync(errorRecords(records, iterate(errors)))).flat();
}

Deno.test("columns may be left out and cells hidden, in columns of the header and beyond it", async () => {
  const text = "社員番号,姓,備考,エラー内容\n1,secret,x,old,secret\n2,a,b,old\n";
  const hidden: [string, string | null][] = [];
  const spec = {
    omit: ["備考"],
    hide(cell: string, column: string | null) {
      hidden.push([cell, column]);
      return cell === "secret";
    },
  };
  const records = readRecords(upload(new TextEncoder().encode(text)));
  const rows = (await Array.fromAsync(errorRecords(records, iterate([error(2)]), spec))).flat();
  assert.deepEqual(rows, [["社員番号", "姓", "エラー内容"], ["1", "", "", NOT_FOUND]]);
  assert.deepEqual(hidden.slice(-5).map(([, column]) => column), [
    "社員番号",
    "姓",
    "備考",
    "エラー内容",
    null,
  ]);
});

async function* iterate<T>(items: T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

const NOT_FOUND = "従業員が見つかりませんでした。社員番号を確認してください。";

Deno.test("refused rows stand as uploaded, in their order, with エラー内容 behind", async () => {
  assert.deepEqual(await errorsOf("姓,社員番号\na,1\nb,2\nc,3\n", [error(2), error(4, "account_missing")]), [
    ["姓", "社員番号", "エラー内容"],
    ["a", "1", NOT_FOUND],
    ["c", "3", "アカウントが未設定です。基本機能でアカウントを設定してから、やり直してください。"],
  ]);
});

Deno.test("エラー内容 of an earlier round is replaced, wherever it stood", async () => {
  assert.deepEqual(await errorsOf("社員番号,エラー内容,姓\n1,古い,a\n", [error(2)]), [
    ["社員番号", "姓", "エラー内容"],
    ["1", "a", NOT_FOUND],
  ]);
});

Deno.test("short rows are filled up so that the text stands in its column; long ones keep every cell", async () => {
  const [, short, long] = await errorsOf("社員番号,姓,備考\n1\n2,a,b,c\n", [error(2), error(3)]);
  assert.deepEqual(short, ["1", "", "", NOT_FOUND]);
  assert.deepEqual(long, ["2", "a", "b", "c", NOT_FOUND]);
});

Deno.test("without refused rows there is the header alone", async () => {
  assert.deepEqual(await errorsOf("社員番号\n1\n", []), [["社員番号", "エラー内容"]]);
});

Deno.test("a reason of another version has a text too", () => {
  assert.equal(
    reasonText({ code: "from_the_future", params: {} }).startsWith("原因不明なエラーが発生しました。"),
    true,
  );
  assert.equal(
    reasonText({ code: "employee_not_found_zeros", params: { example: "000123" } }),
    "従業員が見つかりませんでした。社員番号を確認してください。先頭の0が消えていませんか（例：000123）。",
  );
});

const cell = fc.string({ unit: "grapheme", maxLength: 8 }).filter((text) => !/[\r\ufeff]/.test(text));
const rows = fc.array(fc.tuple(fc.stringMatching(/^[0-9A-Z]{1,6}$/), cell, cell), {
  minLength: 1,
  maxLength: 20,
});

Deno.test("an error CSV is read again as the rows that were refused, round after round", async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), async (all, refused) => {
      const first = encodeCsv(
        [["社員番号", "姓", "備考"], ...all],
        { charset: "utf-8", neutralise: true },
        true,
      );
      const read = (bytes: Uint8Array) => Array.fromAsync(readRows(upload(bytes), INPUT));
      const before = (await read(first.bytes)).flat();
      const wrong = before.filter((_, i) => refused[i]);
      let bytes: Uint8Array = first.bytes;
      let lines = wrong.map(({ line }) => line);
      for (let round = 0; round < 2; round++) {
        const records = errorRecords(readRecords(upload(bytes)), iterate(lines.map((line) => error(line))));
        const written = (await Array.fromAsync(records)).flat();
        bytes = encodeCsv(written, { charset: "utf-8", neutralise: true }, true).bytes;
        const again = (await read(bytes)).flat();
        assert.deepEqual(again.map(({ cells }) => cells), wrong.map(({ cells }) => cells));
        lines = again.map(({ line }) => line);
      }
    }),
  );
});

Deno.test("every text that an error CSV can hold can be written in Shift_JIS", () => {
  for (const code of REASON_CODES) {
    const { event, cause, remedy } = explain(code);
    assert.deepEqual(encodeCp932(event + cause + remedy).lost, [], code);
  }
});
