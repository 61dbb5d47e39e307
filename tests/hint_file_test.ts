import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { QUESTIONS } from "../domain/questionnaire.ts";
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { type HandFile, type Slip, withSlips } from "./support/handmade.ts";
import { importTwice } from "./support/import_twice.ts";
import { openDialog, openRequests } from "./support/operating.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { readCsvWithPython } from "./support/python.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** Row 12 with its own template: a hint with a link is written into it, and whatever can be wrong beside it. */
const python = await findProgram("python3");
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60" } });
const sharedChromium = sharedBrowser();

const [NUMBER, TITLE, HINT] = [0, 1, 2] as const;
const WRITTEN =
  '詳しくは<a href="https://kaisha.example/a?b=1&amp;c=2">社内の案内～𠮷</a>を見て、\r\n"人事課",髙橋へ';
/** What bad rows say once they are corrected. */
const LATER = "人事課に相談";

const set = (reason: RegExp, at: number, ...texts: string[]): Slip[] =>
  texts.map((text) => [reason, (right) => right.with(at, text)]);

const SLIPS: Slip[] = [
  ...set(/^この番号の設問はありません/, NUMBER, "5", "0104", "１３", "百四", "9999"),
  ...set(/^必須の項目が入力されていません（設問番号）/, NUMBER, "", "　"),
  ...set(/^項目の文字数が上限を超えています（設問番号：256文字）/, NUMBER, "1".repeat(256)),
  ...set(
    /^ヒントのリンク先に使えないアドレスがあります/,
    HINT,
    '<a href="javascript:alert(1)">x</a>',
    '<a href="/settings">x</a>',
    "<a href='mailto:a@kaisha.example'>x</a>",
    '<a href="https://user:pass@kaisha.example/">x</a>',
  ),
  ...set(
    /^ヒントに使えないタグがあります/,
    HINT,
    "<b>強調</b>",
    '<a href="https://kaisha.example/">閉じない',
    '<a href="https://kaisha.example/" onclick="x()">x</a>',
    "<script>alert(1)</script>",
    "<!-- 注 -->",
  ),
  ...set(/^ヒントの文字数が上限を超えています（2001文字）/, HINT, "𠮷".repeat(2_001)),
  ...set(/^ヒントに使えない文字があります/, HINT, "鳴\u0007る", "右\u202e左"),
  [/^列の数が項目名と合いません（5列）/, (right) => [...right, "", "余り"]],
  [/^列の数が項目名と合いません（4列）/, (right) => [...right, "余り"]],
  ...[1, 2].map(
    (): Slip => [/^同じ内容の行が重複しています（設問番号：13）/, (right) => right.with(NUMBER, "13")],
  ),
];

Deno.test({
  name:
    "the template comes back filled: one hint changes, what is wrong is told, corrected, and shown as it will be",
  ignore: chromiumPath === null || python === null,
  async fn() {
    await using window = await open(sharedChromium.browser, shared.app, { as: "download" });
    const { page } = window;
    const client = await signIn(shared.app, "download");
    const template = await client.fetch("/operations/import_hint_messages/template");
    const [header, ...lines] = await readCsvWithPython(python!, await template.bytes(), "utf-8-sig");
    deepStrictEqual(lines.map((line) => line[TITLE]), QUESTIONS.map(({ title }) => title));
    const [first, ...others] = lines.filter((line) => line[NUMBER] !== "13") as [string[], ...string[][]];
    const spare = others.splice(0, SLIPS.length).map((line) => line.with(HINT, LATER));
    const file: HandFile = {
      name: "default_question_hints.csv",
      encoding: "utf-8",
      header: header!,
      rows: withSlips([first.with(HINT, WRITTEN), ...others], SLIPS, spare),
    };
    await importTwice(page, python!, {
      file,
      title: "工場のアンケートのヒントメッセージ一括設定",
      async open(page) {
        await openRequests(page, "工場");
        return await openDialog(page, "依頼グループ設定", "アンケートのヒントメッセージ一括設定（CSV）");
      },
      done: (n) =>
        `${n === SLIPS.length ? n : 1}件のヒントを設定しました。0件のヒントを初期設定に戻しました。`,
    });

    const group = await client.group("工場");
    await page.goto(`/groups/${group}/settings/hints?question=${first[NUMBER]}`);
    const shown = page.getByRole("region", { name: "アンケートでの表示" });
    const link = shown.getByRole("link", { name: /^社内の案内～𠮷/ });
    strictEqual(await link.getAttribute("href"), "https://kaisha.example/a?b=1&c=2");
    await shown.getByText('"人事課",髙橋へ').waitFor();
    await page.goto(`/groups/${group}/settings/hints?question=${spare[0]![NUMBER]}`);
    await shown.getByText(LATER).waitFor();
    const kept = await client.fetch(`/groups/${group}/settings/hints/export`);
    const now = await readCsvWithPython(python!, await kept.bytes(), "utf-8-sig");
    const expected = new Map(spare.map((line) => [line[NUMBER], LATER]));
    expected.set(first[NUMBER], WRITTEN.replace("\r\n", "\n"));
    deepStrictEqual(
      now.slice(1),
      lines.map((line) => line.with(HINT, expected.get(line[NUMBER]) ?? line[HINT]!)),
    );
  },
});
