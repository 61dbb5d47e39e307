import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { REQUEST_STATUS_LABELS } from "../domain/request.ts";
import { open } from "./support/browser.ts";
import { type Client, signIn } from "./support/client.ts";
import { type HandFile, type Slip, withSlips } from "./support/handmade.ts";
import { importTwice } from "./support/import_twice.ts";
import { download, run } from "./support/jobs.ts";
import { openDialog } from "./support/operating.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { readCsvWithPython } from "./support/python.ts";
import { samplePeople } from "./support/sample_people.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";
import { wrongPeople } from "./support/wrong_people.ts";

/** Row 3: the list of row 10, 1,000 of its rows edited by hand, 50 of them badly. */
const EMPLOYEES = 1_300;
const GOOD = 950;

const python = await findProgram("python3");
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: String(EMPLOYEES) } });
const sharedChromium = sharedBrowser();

/** 依頼グループ is the last column. */
const GROUP = 5;
/** Names that nobody has yet, in the order in which the file comes to them. */
const FRESH = ["髙槻①営業所～ﾊﾝｶｸ", "𠮷".repeat(50), "第2本社", "＝特別＝"];
/** What the bad rows want, and get once they are corrected. */
const LAST = "再編成";

const LONG =
  /^依頼グループ名の文字数が上限を超えています（(5[1-9]|[6-9]\d|\d{3,})文字）.50文字以内にしてください/;
const UNSEEN = /^依頼グループ名に使えない文字があります/;

/** Rows with another 依頼グループ. */
function named(reason: RegExp, ...names: string[]): Slip[] {
  return names.map((name) => [reason, (right) => right.with(GROUP, name)]);
}

/** The list as Python reads it. */
async function employeeList(admin: Client): Promise<string[][]> {
  const { id } = await run(admin, { operation: "download_employee_list" });
  return await readCsvWithPython(python!, await download(admin, id), "utf-8-sig");
}

/** What a person writes into the i-th row, who is in `present` now. */
function wanted(i: number, present: string): string {
  const [first, second, third, fourth] = FRESH;
  return ["工場", first!, second!, "", present, ` ${third}　`, fourth!][i % 7]!;
}

Deno.test({
  name: "people go into the groups whose names stand beside them, in every status; new names become groups",
  ignore: chromiumPath === null || python === null,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const [header, ...list] = await employeeList(admin);
    deepStrictEqual(header, ["社員番号", "姓", "名", "部署", "雇用形態", "依頼グループ"]);
    const right = list.slice(0, GOOD).map((row, i) => row.with(GROUP, wanted(i, row[GROUP]!)));
    const spare = list.slice(GOOD, GOOD + 50).map((row) => row.with(GROUP, LAST));
    const [thrice, pair, ...zeros] = list.slice(GOOD + 50).map(([code]) => code) as [
      string,
      string,
      ...string[],
    ];
    const slips = [
      ...wrongPeople({ twice: [thrice, pair], zeros }, /^該当する従業員が見つかりませんでした/),
      ...named(
        LONG,
        "あ".repeat(51),
        "𠮷".repeat(51),
        "ﾊﾝｶｸ".repeat(13),
        "x".repeat(1_000),
        "葛\u{e0100}".repeat(26),
      ),
      ...named(LONG, ...Array.from({ length: 10 }, (_, i) => `長い${"名".repeat(50 + i)}`)),
      ...named(
        UNSEEN,
        "改\r\n行",
        "改\n行",
        "タ\tブ",
        "鳴\u0007る",
        "消\u007fす",
        "次\u0085行",
        "零\u200b幅",
        "右\u202e左",
      ),
      ...named(
        UNSEEN,
        "印\ufeff字",
        "行\u2028分",
        "段\u2029分",
        "隠\u00adす",
        "結\u200d合",
        "囲\u2060む",
        "旗\u{e0041}",
        "戻\u001bす",
      ),
    ];
    const file: HandFile = {
      name: "年末調整対象従業員一覧.csv",
      encoding: "utf-8",
      header: header!,
      rows: withSlips(right, slips, spare),
    };
    strictEqual(file.rows.length, 1_000);

    const after = new Map(list.map((row) => [row[0]!, row[GROUP]!]));
    let moved = 0;
    right.forEach((row, i) => {
      const name = row[GROUP]!.trim();
      if (name === "" || name === list[i]![GROUP]) return;
      after.set(row[0]!, name);
      moved++;
    });
    const blank = right.filter((row) => row[GROUP] === "").length;
    const same = GOOD - moved - blank;

    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    await importTwice(page, python!, {
      file,
      title: "依頼グループのインポート",
      async open(page) {
        await page.goto("/employees");
        return await openDialog(page, "インポート", "依頼グループをインポート");
      },
      done: (n) => `${n === GOOD ? moved : n}名の依頼グループを変更しました。`,
      says: new RegExp(
        `${blank + same}名は依頼グループの変更がありませんでした。[^]*` +
          `${blank}名は依頼グループが空欄のため変更しませんでした。[^]*` +
          `${same}名はすでにその依頼グループに登録されています。`,
      ),
    });

    spare.forEach(([code]) => after.set(code!, LAST));
    const now = await employeeList(admin);
    deepStrictEqual(
      new Map(now.slice(1).map((row) => [row[0], row[GROUP]!.replace(/^'/, "")])),
      new Map([...after].toSorted(([a], [b]) => rank(now, a) - rank(now, b))),
    );

    // Newest first. What only bad rows asked for was not created before they were corrected.
    await page.goto("/employees?tab=groups");
    const rows = page.getByRole("table").getByRole("row");
    await rows.first().waitFor();
    const shown = (await rows.allInnerTexts()).slice(1).map((row) => row.split(/\s+/).slice(0, 2));
    const size = (name: string) => `${[...after.values()].filter((other) => other === name).length}名`;
    const names = [LAST, ...FRESH.toReversed(), "本社", "工場", "店舗", "役員"];
    deepStrictEqual(shown, names.map((name) => [name, size(name)]));

    // Whose time was up answers again in a group that is open.
    const { asked } = samplePeople(EMPLOYEES);
    const late = asked.find(({ employee, request }) =>
      request!.status === "expired" && after.get(employee.code) === "第2本社"
    )!;
    await page.goto(`/employees?q=${late.employee.code}`);
    await page.getByRole("link", { name: `${late.employee.lastName} ${late.employee.firstName}` }).click();
    await page.getByRole("link", { name: "第2本社" }).click();
    await page.waitForURL(`**/requests/${late.employee.id}`);
    const status = REQUEST_STATUS_LABELS[late.request!.beforeExpiry!];
    await page.getByRole("main").getByText(status, { exact: true }).first().waitFor();
  },
});

/** Where in the list somebody stands. */
function rank(list: string[][], code: string): number {
  return list.findIndex((row) => row[0] === code);
}
