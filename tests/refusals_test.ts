import { match, strictEqual } from "node:assert/strict";
import { type Client, signIn } from "./support/client.ts";
import { shiftJisCsv, utf8Csv } from "./support/csv.ts";
import { post, type Start } from "./support/jobs.ts";
import { HEADER } from "./support/members_csv.ts";
import { sharedApp } from "./support/shared.ts";
import { leavesNothing } from "./support/stored.ts";

const MAX_BYTES = 100_000;
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60", MAX_UPLOAD_BYTES: String(MAX_BYTES) } });

const ROW = ["000001", "", ""];
const GOOD = utf8Csv([HEADER, ROW]);
const KIND = "add_employees_to_group";

/** A start that must be refused: status, code, and what the message names. */
interface Case {
  name: string;
  what: Partial<Start> & { name?: string; bytes?: BlobPart };
  status: number;
  code: string;
  says: RegExp;
  as?: string;
}

const text = (content: string) => new TextEncoder().encode(content);
const EUC_JP = Uint8Array.of(0xbc, 0xd2, 0xb0, 0xf7, 0xc8, 0xd6, 0xb9, 0xe6, 0x0a, 0x8f, 0xb0, 0xfe);
const UTF_16 = Uint8Array.of(0xff, 0xfe, 0x3e, 0x79, 0x0a, 0x00);

const FILES: Case[] = [
  {
    name: "no file",
    what: { file: undefined },
    status: 400,
    code: "no_file",
    says: /ファイルが選択されていません/,
  },
  {
    name: "a file of another kind",
    what: { name: "従業員.xlsx" },
    status: 415,
    code: "wrong_extension",
    says: /従業員\.xlsx/,
  },
  { name: "an empty file", what: { bytes: "" }, status: 422, code: "empty_file", says: /空です/ },
  {
    name: "a file of a BOM",
    what: { bytes: text("\ufeff") },
    status: 422,
    code: "empty_file",
    says: /空です/,
  },
  { name: "blank lines only", what: { bytes: "\r\n\r\n" }, status: 422, code: "empty_file", says: /空です/ },
  {
    name: "more bytes than allowed",
    what: { bytes: utf8Csv([HEADER, ...Array.from({ length: 11_000 }, () => ROW)]) },
    status: 413,
    code: "too_large",
    says: /上限（100000バイト）/,
  },
  { name: "EUC-JP", what: { bytes: EUC_JP }, status: 415, code: "not_decodable", says: /Shift_JIS/ },
  { name: "UTF-16", what: { bytes: UTF_16 }, status: 415, code: "not_decodable", says: /Shift_JIS/ },
  {
    name: "UTF-8 that breaks off inside a character",
    what: { bytes: GOOD.slice(0, 4) },
    status: 415,
    code: "not_decodable",
    says: /UTF-8/,
  },
  {
    name: "a header that does not fit",
    what: { bytes: shiftJisCsv([["社員No", "姓", "姓", ""], ["1", "2", "3", "4"]]) },
    status: 422,
    code: "bad_header",
    says:
      /「社員番号」の列がありません、「姓」の列が2つあります、「社員No」は使えない項目名です、4列目の項目名が空です/,
  },
  {
    name: "a header with an open quote",
    what: { bytes: text('社員番号,"姓,名\r\n000001,a,b\r\n') },
    status: 422,
    code: "broken_csv",
    says: /1行目でCSVの形式が崩れています/,
  },
];

const REQUESTS: Case[] = [
  {
    name: "an operation of nobody",
    what: { operation: "sudo" },
    status: 404,
    code: "unknown_operation",
    says: /見つかりません/,
  },
  {
    name: "a group that is gone",
    what: { group: "01JZZZZZZZZZZZZZZZZZZZZZZZ" },
    status: 404,
    code: "group_gone",
    says: /依頼グループ/,
  },
  {
    name: "a group's operation without a group",
    what: { group: "" },
    status: 400,
    code: "bad_request",
    says: /依頼グループ/,
  },
  {
    name: "everybody's operation with a group",
    what: { operation: "download_employee_list", file: undefined },
    status: 400,
    code: "bad_request",
    says: /依頼グループ/,
  },
  { name: "a key that is none", what: { key: "1" }, status: 422, code: "bad_key", says: /受付番号/ },
  {
    name: "no right to it",
    what: {},
    as: "download",
    status: 403,
    code: "forbidden",
    says: /権限がありません/,
  },
  {
    name: "no rights at all",
    what: {},
    as: "none",
    status: 403,
    code: "forbidden",
    says: /権限がありません/,
  },
];

async function expectRefusal(client: Client, { what, status, code, says }: Omit<Case, "name">) {
  const group = what.group ?? await (await signIn(shared.app, "admin")).group("本社");
  const file = "file" in what ? what.file : { name: what.name ?? "追加.csv", bytes: what.bytes ?? GOOD };
  const answer = await leavesNothing(
    shared.app,
    () => post(client, { operation: what.operation ?? KIND, group, key: what.key, file }),
  );
  const body = await answer.text();
  strictEqual(answer.status, status, body);
  const { error } = JSON.parse(body);
  strictEqual(error.code, code);
  match(error.message, says);
  match(error.remedy, /ください。$/, "says what to do");
}

for (const { name, as = "admin", ...rest } of [...FILES, ...REQUESTS]) {
  Deno.test(`refused, and nothing stored: ${name}`, async () => {
    await expectRefusal(await signIn(shared.app, as), rest);
  });
}
