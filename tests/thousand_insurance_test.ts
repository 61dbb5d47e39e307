import { ok, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import type { SampleMember } from "../sources/sample/members.ts";
import { open } from "./support/browser.ts";
import { type Client, signIn } from "./support/client.ts";
import { shiftJisCsv } from "./support/csv.ts";
import { type HandFile, type Slip, withSlips } from "./support/handmade.ts";
import { importTwice } from "./support/import_twice.ts";
import { block, blocks, type Cells, headerOf, rowOf, wrongCells } from "./support/insurance_rows.ts";
import { run } from "./support/jobs.ts";
import { openDialog } from "./support/operating.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { codeOf, samplePeople } from "./support/sample_people.ts";
import { as, wrongPeople } from "./support/wrong_people.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** Rows 4, 5 and 7 with files made by hand: 1,000 rows, 50 of them bad in every documented way. */
const EMPLOYEES = 3_000;
const GOOD = 950;

const python = await findProgram("python3");
const ignore = chromiumPath === null || python === null;
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: String(EMPLOYEES) } });
const sharedChromium = sharedBrowser();

const { open: people, asked } = samplePeople(EMPLOYEES);
const codes = people.map(codeOf);
const right = codes.slice(0, GOOD);
/** For whom the bad rows were meant. */
const spare = codes.slice(GOOD, GOOD + 50);
/** In the file under other numbers than these. */
const [thrice, pair, full, ...lost] = codes.slice(GOOD + 50) as [string, string, string, ...string[]];
/** One of each 依頼ステータス. */
const byStatus = new Map(asked.toReversed().map((member) => [member.request!.status, codeOf(member)]));
const WRONG = [
  ...wrongPeople({ twice: [thrice, pair], zeros: lost }, /^該当する従業員が見つかりませんでした/),
  ...as([...byStatus.values()].slice(0, 6), /^依頼ステータスが「未依頼」ではありません（(?!未依頼).+）/),
];

/** Characters that Shift_JIS programmes like to break: 5C as second byte, NEC and IBM ones, tildes, half-width kana. */
const AWKWARD = ["髙﨑生命～①", "ソ能表生命Ⅲ", "ﾐﾄﾞﾘ生命㈱", '"みどり",生命－纊'];

function handFile(
  name: string,
  header: string[],
  cells: (i: number) => Cells,
  slips: Slip[],
  encoding: HandFile["encoding"] = "shift_jis",
): HandFile {
  const row = (code: string, i: number) =>
    rowOf(header, { 社員番号: code, 姓: "年調", 名: "花子", ...cells(i) });
  strictEqual(slips.length, 50);
  const rows = withSlips(right.map(row), slips, spare.map((code, i) => row(code, GOOD + i)));
  strictEqual(rows.length, 1_000);
  return { name, encoding, header, rows };
}

function menu(label: string, format?: string) {
  return async (page: Page) => {
    await page.goto("/employees");
    const dialog = await openDialog(page, "インポート", label);
    if (format !== undefined) {
      await dialog.getByLabel(format, { exact: true }).check();
      await dialog.getByRole("button", { name: "次へ" }).click();
    }
    return dialog;
  };
}

/** Ten 地震 contracts, so that nothing more fits. */
async function fillUp(admin: Client, code: string) {
  const header = headerOf("group", (label) => label === "地震保険料控除");
  const quake = {
    保険会社等の名称: "み",
    保険期間: "1年",
    "地震・旧長期": "地震",
    保険料金額: "1",
    証券番号: "1",
  };
  const row = rowOf(header, { 社員番号: code, ...blocks("地震保険料控除", 10, quake) });
  const { status, message } = await run(admin, {
    operation: "import_group_insurance",
    fields: [["format", "csv"]],
    file: { name: "地震.csv", bytes: shiftJisCsv([header, row]) },
  });
  strictEqual(status, "completed", message);
}

/** What a person's page says of their insurance: a line for each contract. */
async function contracts(page: Page, { employee }: SampleMember): Promise<string[]> {
  await page.goto(`/employees/${employee.id}`);
  await page.getByRole("heading", { name: "保険情報" }).waitFor();
  const rows = page.getByRole("row").filter({ hasText: /許可/ });
  return (await rows.allInnerTexts()).map((row) => row.replaceAll(/\s+/g, " "));
}

function says(lines: string[], ...texts: string[]) {
  ok(
    lines.some((line) => texts.every((text) => line.includes(text))),
    `${texts.join("、")}: ${lines.join("\n")}`,
  );
}

const LIFE = "一般の生命保険料";
const PENSION = "個人年金保険料";
const QUAKE = "地震保険料控除";
const SOCIAL = "社会保険料控除";
const NATIONAL = { 社会保険の種類: "国民年金・国民年金基金" };

Deno.test({
  name: "昨年の保険料: what a person had is replaced; a row of 社員番号 alone clears it",
  ignore,
  async fn() {
    const header = headerOf(
      "last_year",
      (label, n) => label === LIFE || n === 1 || label === SOCIAL && n <= 11,
    );
    const good = (i: number): Cells => {
      if (i === 0) return { 姓: "", 名: "" };
      const [company, holder] = [AWKWARD[i % 4]!, "ﾔﾏﾀﾞ 髙子"];
      return {
        ...block(LIFE, 1, {
          保険会社等の名称: company,
          保険等の種類: `定期～${i}`,
          "新・旧区分": i % 2 ? "旧" : "新",
        }),
        ...block(PENSION, 1, { 契約者氏名: holder, "新・旧区分": "旧", 支払い開始日: "2017/4/1" }),
        ...block(QUAKE, 1, { "地震・旧長期": i % 2 ? "旧長期" : "地震" }),
        ...block(SOCIAL, 1, {
          社会保険の種類: "国民健康保険料・介護保険料等",
          保険料支払先の名称: "みどり市",
        }),
      };
    };
    const admin = await signIn(shared.app, "admin");
    await fillUp(admin, full);
    const file = handFile("昨年 髙.csv", header, good, [
      ...WRONG,
      ...wrongCells(
        header,
        /新・旧区分.*「新」か「旧」を入力してください/,
        block(LIFE, 1, { "新・旧区分": "新制度" }),
        block(LIFE, 1, { "新・旧区分": "new" }),
        block(PENSION, 1, { "新・旧区分": "新 旧" }),
        block(LIFE, 2, { "新・旧区分": "0" }),
      ),
      ...wrongCells(
        header,
        /地震・旧長期.*「地震」か「旧長期」を入力してください/,
        block(QUAKE, 1, { "地震・旧長期": "地震保険" }),
        block(QUAKE, 1, { "地震・旧長期": "長期" }),
        block(QUAKE, 1, { "地震・旧長期": "－" }),
      ),
      ...wrongCells(
        header,
        /^支払い開始日の書式が不正です（個人年金保険料1:支払い開始日）/,
        ...["2026/02/30", "2026/13/01", "26/1/1", "令和8年4月1日", "4月"]
          .map((支払い開始日) => block(PENSION, 1, { 支払い開始日 })),
      ),
      ...wrongCells(
        header,
        /社会保険の種類.*入力してください/,
        block(SOCIAL, 1, { 社会保険の種類: "国保" }),
        block(SOCIAL, 11, { 社会保険の種類: "年金" }),
      ),
      ...wrongCells(header, /51文字.*50文字以内/, block(LIFE, 1, { 保険会社等の名称: "髙".repeat(51) })),
      ...wrongCells(header, /41文字.*40文字以内/, block(LIFE, 1, { 契約者氏名: "あ".repeat(41) })),
      ...wrongCells(
        header,
        /改行などの制御文字/,
        block(LIFE, 1, { 契約者氏名: "年調\n花子" }),
        block(LIFE, 1, { 保険期間: "10\t年" }),
      ),
      ...wrongCells(
        header,
        /^社員番号\d{6}に対する「一般の生命保険料・介護医療保険料・個人年金保険料」の件数が多すぎます/,
        blocks(LIFE, 20, { 保険期間: "1年" }),
        { ...blocks(LIFE, 20, { 保険期間: "1年" }), ...block("介護医療保険料", 1, { 保険期間: "終身" }) },
        { ...blocks(LIFE, 20, { 保険期間: "1年" }), ...block(PENSION, 1, { 年金支払期間: "1年" }) },
      ),
      ...wrongCells(
        header,
        /^社員番号\d{6}に対する「社会保険料控除」の件数が多すぎます/,
        blocks(SOCIAL, 11, NATIONAL),
        blocks(SOCIAL, 11, { 社会保険の種類: "国民健康保険料・介護保険料等の情報" }),
        blocks(SOCIAL, 11, { 社会保険の種類: "", 続柄: "本人" }),
      ),
      ...wrongCells(header, /「地震保険料控除」の件数が多すぎます/, {
        社員番号: full,
        ...block(QUAKE, 1, { 契約者氏名: "a" }),
      }),
    ]);

    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    await importTwice(page, python!, {
      file,
      title: "昨年の保険料のインポート",
      open: menu("昨年の保険料をインポート"),
      done: (n) => `${n}名の昨年の保険料を登録しました。`,
    });
    ok(!(await contracts(page, people[0]!)).some((line) => line.includes("昨年の申告")));
    const lines = await contracts(page, people[1]!);
    says(lines, "ソ能表生命Ⅲ", "旧", "定期～1", "昨年の申告", "許可する");
    says(lines, "ﾔﾏﾀﾞ 髙子", "支払い開始日 2017/04/01", "昨年の申告");
    says(lines, "旧長期", "昨年の申告");
    says(lines, "みどり市", "国民健康保険料・介護保険料等", "昨年の申告");
    strictEqual(lines.filter((line) => line.includes("昨年の申告")).length, 4);
    says(await contracts(page, people[GOOD]!), AWKWARD[GOOD % 4]!, `定期～${GOOD}`);
  },
});

const PAID = { 保険会社等の名称: "み", 保険期間: "10年", 保険料金額: "1", 証券番号: "1" };
const LIFE_PAID = { ...PAID, "新・旧区分": "新" };
const QUAKE_PAID = { ...PAID, "地震・旧長期": "旧長期" };
const PENSION_PAID = {
  保険会社等の名称: "ﾐﾄﾞﾘ",
  年金支払期間: "5年",
  "新・旧区分": "新",
  支払い開始日: "2041-4-1",
  保険料金額: "0",
  証券番号: "0012",
};

Deno.test({
  name: "団体保険料 as CSV: appended to what there is; amounts with commas and in wide digits",
  ignore,
  async fn() {
    const header = headerOf("group", (label, n) => label === LIFE || label === QUAKE || n === 1);
    const good = (i: number): Cells => ({
      ...block(LIFE, 1, {
        ...LIFE_PAID,
        保険会社等の名称: AWKWARD[i % 4]!,
        保険料金額: i % 2 ? "24,000" : "２４０００",
        証券番号: `髙－${i}`,
      }),
      ...i < GOOD && i % 3 === 0 ? block(PENSION, 1, PENSION_PAID) : {},
    });
    const nothing = Object.fromEntries(header.slice(1).map((name) => [name, ""]));
    const needed = (columns: string, fault: Cells) =>
      wrongCells(header, new RegExp(`^必須の項目が入力されていません（${columns}）`), fault);
    const file = handFile("団体.csv", header, good, [
      ...WRONG,
      ...needed(`${LIFE}1:保険会社等の名称`, block(LIFE, 1, { 保険会社等の名称: "" })),
      ...needed(`${LIFE}1:保険期間`, block(LIFE, 1, { 保険期間: "　" })),
      ...needed(`${LIFE}1:新・旧区分、${LIFE}1:証券番号`, block(LIFE, 1, { "新・旧区分": "", 証券番号: "" })),
      ...needed(`${LIFE}2:保険料金額`, block(LIFE, 2, { ...LIFE_PAID, 保険料金額: "" })),
      ...needed(`${PENSION}1:年金支払期間`, block(PENSION, 1, { ...PENSION_PAID, 年金支払期間: "" })),
      ...needed(`${QUAKE}1:地震・旧長期`, block(QUAKE, 1, PAID)),
      ...needed("介護医療保険料1:保険期間", block("介護医療保険料", 1, { ...PAID, 保険期間: "" })),
      ...wrongCells(
        header,
        /一般の生命保険料1:保険料金額.*0から999,999,999までの数字で入力してください/,
        ...["2万円", "-1", "1,00", "1000000000", "12.5"].map((保険料金額) => block(LIFE, 1, { 保険料金額 })),
      ),
      ...wrongCells(header, /「新」か「旧」/, block(LIFE, 1, { "新・旧区分": "旧制度" })),
      ...wrongCells(header, /「地震」か「旧長期」/, block(QUAKE, 1, { ...QUAKE_PAID, "地震・旧長期": "地" })),
      ...wrongCells(
        header,
        /^支払い開始日の書式が不正です/,
        block(PENSION, 1, { ...PENSION_PAID, 支払い開始日: "2026/2/29" }),
        block(PENSION, 1, { ...PENSION_PAID, 支払い開始日: "H31.4.1" }),
      ),
      ...wrongCells(header, /^インポートするデータがありませんでした/, nothing, { ...nothing, 姓: "年調" }),
      ...wrongCells(header, /31文字.*30文字以内/, block(LIFE, 1, { 証券番号: "9".repeat(31) })),
      ...wrongCells(header, /改行などの制御文字/, block(LIFE, 1, { 証券番号: "12\r\n34" })),
      ...wrongCells(
        header,
        /「一般の生命保険料・介護医療保険料・個人年金保険料」の件数が多すぎます/,
        { ...blocks(LIFE, 20, LIFE_PAID), ...block("介護医療保険料", 1, PAID) },
        { ...blocks(LIFE, 20, LIFE_PAID), ...block(PENSION, 1, PENSION_PAID) },
      ),
      ...wrongCells(header, /^社員番号\d{6}に対する「地震保険料控除」の件数が多すぎます/, {
        社員番号: full,
        ...block(QUAKE, 10, QUAKE_PAID),
      }),
      ...wrongCells(header, /21文字.*20文字以内/, block(LIFE, 1, { 保険期間: "年".repeat(21) })),
      ...wrongCells(header, /41文字.*40文字以内/, block(LIFE, 1, { "受取人・氏名": "髙".repeat(41) })),
    ]);
    await fillUp(await signIn(shared.app, "admin"), full);
    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    const before = await contracts(page, people[3]!);
    await importTwice(page, python!, {
      file,
      title: "団体保険料のインポート",
      open: menu("団体保険料をインポート", "CSVファイル"),
      done: (n) => `${n}名の団体保険料を登録しました。`,
      errorName: "団体生保データ取り込み結果.csv",
    });
    const after = await contracts(page, people[3]!);
    strictEqual(after.length, before.length + 2);
    before.forEach((line) => ok(after.includes(line), line));
    says(after, AWKWARD[3]!, "証券番号 髙－3", "新", "24,000円", "団体保険", "許可しない");
    says(after, "ﾐﾄﾞﾘ", "支払い開始日 2041/04/01", "0円", "団体保険");
    says(await contracts(page, people[4]!), "証券番号 髙－4", "24,000円");
    says(await contracts(page, people[GOOD + 49]!), `証券番号 髙－${GOOD + 49}`, "24,000円", "団体保険");
  },
});

Deno.test({
  name: "企業型確定拠出年金: the amount is replaced, whatever it was, and the employee only reads it",
  ignore,
  async fn() {
    const AMOUNT = "企業型年金加入者掛金";
    // As somebody has it who works with UTF-8 and puts what matters first.
    const header = ["社員番号", AMOUNT, "名", "姓"];
    const good = (i: number) => ({
      姓: "𠮷田",
      名: "葛\u{e0100}",
      [AMOUNT]: i % 2 ? `${i},000` : "１２０００",
    });
    const bad = (...amounts: string[]) =>
      wrongCells(
        header,
        /^項目の値が正しくありません（企業型年金加入者掛金）.*0から999,999,999までの数字/,
        ...amounts.map((amount) => ({ [AMOUNT]: amount })),
      );
    const file = handFile("掛金 ～.csv", header, good, [
      ...WRONG,
      ...wrongCells(header, /^必須の項目が入力されていません（企業型年金加入者掛金）/, { [AMOUNT]: "" }, {
        [AMOUNT]: "　",
      }),
      ...bad(
        "-1",
        "1000000000",
        "1,00",
        "千円",
        "12.5",
        "1e3",
        "\\1,000",
        "0x10",
        "十二",
        "1 000",
        "1,000円",
      ),
      ...bad("1,0000", ",100", "100,", "+5", "NaN", "Infinity", "％", "1\n2", "=1000", "'120", "--", "髙"),
    ], "utf-8");
    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    await importTwice(page, python!, {
      file,
      title: "企業型確定拠出年金のインポート",
      open: menu("企業型確定拠出年金をインポート"),
      done: (n) => `${n}名の企業型確定拠出年金を登録しました。`,
    });
    for (const [i, amount] of [[4, "12,000円"], [5, "5,000円"], [GOOD + 1, `${GOOD + 1},000円`]] as const) {
      await page.goto(`/employees/${people[i]!.employee.id}`);
      await page.getByText("企業型年金加入者掛金", { exact: true }).waitFor();
      const text = await page.getByRole("main").innerText();
      ok(text.includes(amount) && text.includes("許可しない"), `${amount}: ${text}`);
    }
  },
});
