import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { contractOf, datOf, recordOf, type RecordValues } from "../formats/dat/dat_test_tools.ts";
import { LAYOUTS } from "../formats/dat/formats.ts";
import type { Contract } from "../domain/insurance.ts";
import type { SampleMember } from "../sources/sample/members.ts";
import { open } from "./support/browser.ts";
import { follow, readWithPython, untilShown } from "./support/import_twice.ts";
import { scatter } from "./support/members_csv.ts";
import { acceptedJob, openDialog, saveAttachment } from "./support/operating.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { codeOf, samplePeople } from "./support/sample_people.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** Rows 41, 5, 6 and 8: 1,000 records of 損保標準形式, checked, registered, corrected; then everything is deleted. */
const EMPLOYEES = 800;
const python = await findProgram("python3");
const ignore = chromiumPath === null || python === null;
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: String(EMPLOYEES) } });
const sharedChromium = sharedBrowser();

const { open: people, asked } = samplePeople(EMPLOYEES);
const contractsOf = ({ newcomer }: SampleMember): readonly Contract[] => newcomer.carried?.contracts ?? [];

/** Two people who have nothing yet, so that 20 生命 and 10 地震 are all they can take. */
const [quakes, lives] = people.toSorted((a, b) =>
  contractsOf(a).length - contractsOf(b).length || (codeOf(a) < codeOf(b) ? -1 : 1)
) as [SampleMember, SampleMember];
const [shown, ...others] = people.filter((one) => one !== quakes && one !== lives) as [
  SampleMember,
  ...SampleMember[],
];

/** A record of the file: 氏名コード and what stands in it; `reason`: why it is refused. */
interface Line {
  code: string;
  values: RecordValues;
  reason?: RegExp;
  /** Bytes that no programme of an insurer should write. */
  broken?: [at: keyof RecordValues, bytes: number[]];
}

const LABELS = {
  life_new: "一般の生命保険料（新）",
  life_old: "一般の生命保険料（旧）",
  care: "介護医療保険料",
  pension_new: "個人年金保険料（新）",
  pension_old: "個人年金保険料（旧）",
  earthquake: "地震保険料",
  old_long_term: "旧長期損害保険料",
};
const KINDS = Object.keys(LABELS) as (keyof typeof LABELS)[];

function lines(): Line[] {
  const good = Array.from({ length: 920 }, (_, i): Line => ({
    code: codeOf(i === 0 ? shown : others[i % others.length]!),
    values: {
      premiumKind: KINDS[i % KINDS.length]!,
      policyNumber: `ｼﾖｳｹﾝ-${i}`,
      holder: i % 2 ? "ﾔﾏﾓﾄ ｶﾞｸﾄ" : "髙﨑 ～子",
      period: i % 5 ? "010" : "999",
      paymentStartsOn: KINDS[i % KINDS.length]!.startsWith("pension") ? "2041-04-01" : "",
    },
  }));
  const some = (n: number, line: (i: number) => Line) => Array.from({ length: n }, (_, i) => line(i));
  const person = (i: number) => codeOf(others[i]!);
  const fields = (names: string) => new RegExp(`^データのフォーマットが正しくありません（${names}）`);
  const bad: Line[] = [
    ...some(5, (i) => ({ code: `99999${i}`, values: {}, reason: /^該当する従業員が見つかりませんでした/ })),
    ...some(5, (i) => ({ code: String(Number(person(i))), values: {}, reason: /先頭の0が消えていませんか/ })),
    ...some(
      5,
      (i) => ({
        code: person(i),
        values: { company: `900${i}` },
        reason: /会社コードが定義されていません（900/,
      }),
    ),
    ...some(
      7,
      (i) => ({ code: codeOf(asked[i]!), values: {}, reason: /依頼ステータスが「未依頼」ではありません/ }),
    ),
    ...some(
      3,
      (i) => ({
        code: person(i),
        values: { premiumKind: `${i}`.replace(/./, "X") },
        reason: fields("保険料種別"),
      }),
    ),
    ...some(3, (i) => ({ code: person(i), values: { amount: `${i}` }, reason: fields("保険料金額") })),
    ...some(
      3,
      (i) => ({
        code: person(i),
        values: { paymentStartsOn: `2026-02-3${i}` },
        reason: fields("支払開始日"),
      }),
    ),
    ...some(
      3,
      (i) => ({ code: person(i), values: {}, broken: ["holder", [0xfd, 0xfe]], reason: fields("契約者名") }),
    ),
    { code: person(0), values: { recordType: "7", company: "" }, reason: fields("データ区分、会社コード") },
    ...some(8, (i) => ({
      code: codeOf(quakes),
      values: { premiumKind: "earthquake", policyNumber: `Q${20 + i}` },
      reason: /^社員番号\d{6}に対する「地震保険料控除」の件数が多すぎます/,
    })),
    ...some(7, (i) => ({
      code: codeOf(lives),
      values: { premiumKind: KINDS[i % 5]!, policyNumber: `L${20 + i}` },
      reason: /「一般の生命保険料・介護医療保険料・個人年金保険料」の件数が多すぎます/,
    })),
  ];
  const filling = [
    ...some(
      10,
      (i) => ({ code: codeOf(quakes), values: { premiumKind: "earthquake", policyNumber: `Q${i}` } }),
    ),
    ...some(
      20,
      (i) => ({ code: codeOf(lives), values: { premiumKind: KINDS[i % 5]!, policyNumber: `L${i}` } }),
    ),
  ];
  strictEqual(bad.length, 50);
  return [...filling, ...scatter(good, bad)];
}

/** As an insurer sends it: a heading, the contracts, a total, and the 0x1A of old. */
function fileOf(contracts: readonly Line[]) {
  const frame = { company: "0201", premiumKind: "1", policyNumber: "0", amount: "000000000" };
  const records = contracts.map(({ code, values, broken }) => {
    const bytes = recordOf("sonpo", contractOf("sonpo", code, values));
    if (broken) bytes.set(broken[1], LAYOUTS.sonpo[broken[0]].offset);
    return bytes;
  });
  const heading = recordOf("sonpo", { ...frame, nameCode: "ﾐﾎﾝ", recordType: "heading" });
  const total = recordOf("sonpo", { ...frame, nameCode: "ｺﾞｳｹｲ", recordType: "total" });
  const bytes = datOf("sonpo", [heading, ...records, total], { end: "\x1a" });
  return { name: "DANTAI.DAT", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
}

/** From the menu to the end of the job, on its page. */
async function operate(
  page: Page,
  label: string,
  title: string,
  button: string,
  status: string,
  file?: Line[],
) {
  await page.goto("/employees");
  const dialog = await openDialog(page, "インポート", label);
  if (file) {
    await dialog.getByLabel("損保標準形式のDATファイル", { exact: true }).check();
    const next = dialog.getByRole("button", { name: "次へ" });
    if (await next.isVisible()) await next.click();
    await dialog.locator("input[type=file]").setInputFiles(fileOf(file));
  }
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await follow(page, title, await acceptedJob(page));
  await untilShown(page, status);
  return await page.getByRole("main").innerText();
}

/** What files of ours say of a record, after its 氏名コード. */
function cellsOf({ values, reason }: Line): string[] {
  const { premiumKind = "life_new", company = "0201", policyNumber = "123456789", amount = "12000" } = values;
  return [
    LABELS[premiumKind as keyof typeof LABELS] ?? "エラー",
    company === "0201" ? "いずみ損害保険株式会社" : "エラー",
    policyNumber,
    reason?.source.includes("保険料金額") ? "エラー" : amount,
  ];
}

/** The record itself is wrong, whomever it names. */
const unreadable = ({ reason }: Line) => /フォーマット|会社コード/.test(reason?.source ?? "");

Deno.test({
  name: "1,000 records of 損保標準形式: checked, registered but for 50, and those once they are corrected",
  ignore,
  async fn() {
    const records = lines();
    strictEqual(records.length, 1_000);
    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    const TITLE = "団体生命保険のインポートファイルチェッカー";
    const ERRORS = "完了（エラーあり）";
    const checked = await operate(page, "団体保険ファイルを確認", TITLE, "チェックする", ERRORS, records);
    const wrong = records.filter(unreadable).length;
    ok(checked.includes(`${1_000 - wrong}件を読み取れました。${wrong}件はエラーです`), checked);
    const judged = await saveAttachment(page);
    strictEqual(judged.name, "団体保険ファイル確認結果.csv");
    deepStrictEqual(await readWithPython(python!, judged, "shift_jis"), [
      ["氏名コード", "保険料種別", "保険会社等の名称", "証券番号", "保険料金額", "判定"],
      ...records.map((line) => [line.code, ...cellsOf(line), unreadable(line) ? "エラー" : "問題なし"]),
    ]);

    const register = (file: Line[], status: string) =>
      operate(page, "団体保険料をインポート", "団体保険料のインポート", "アップロード", status, file);
    const text = await register(records, ERRORS);
    ok(text.includes("950件の団体保険料を登録しました。50件はエラーです"), text);
    const result = await saveAttachment(page);
    strictEqual(result.name, "団体生保データ取り込み結果.csv");
    const [header, ...rows] = await readWithPython(python!, result, "shift_jis");
    deepStrictEqual(header, [
      ..."行番号,氏名コード,社員番号,保険料種別,保険会社等の名称,証券番号,保険料金額,取り込み結果,エラー内容"
        .split(","),
    ]);
    deepStrictEqual(
      rows.map((row) => row.with(2, "").slice(0, -1)),
      records.map((line, i) => [
        // The heading is the first record of the file.
        String(i + 2),
        line.code,
        "",
        ...cellsOf(line),
        line.reason ? "エラー" : "登録",
      ]),
    );
    records.forEach(({ code, reason }, i) => {
      if (reason) match(rows[i]![8]!, reason);
      else deepStrictEqual([rows[i]![2], rows[i]![8]], [code, ""]);
    });

    const corrected = records.map((line, i): Line =>
      line.reason ? { code: codeOf(others[i % others.length]!), values: { policyNumber: `ﾃｲｾｲ-${i}` } } : line
    );
    const again = await register(corrected, "完了");
    ok(again.includes("50件の団体保険料を登録しました。950件は登録済みです。"), again);
    ok(again.includes("エラーはありません。"), again);

    await page.goto(`/employees/${shown.employee.id}`);
    const row = page.getByRole("row").filter({ hasText: "証券番号 ｼﾖｳｹﾝ-0" });
    const shownRow = await row.innerText();
    for (
      const part of ["いずみ損害保険株式会社", "終身", "髙﨑 ～子", "12,000円", "団体保険", "許可しない"]
    ) {
      ok(shownRow.includes(part), shownRow);
    }
    await page.goto(`/employees/${quakes.employee.id}`);
    await page.getByRole("heading", { name: "地震保険料（10件）" }).waitFor();
    await page.goto(`/employees/${lives.employee.id}`);
    strictEqual(await page.getByRole("row").filter({ hasText: "証券番号 L" }).count(), 20);
  },
});

/** Deletes through the menu; who was refused, by the file of refused people. */
async function deleteAll(page: Page, label: string, title: string, deleted: RegExp): Promise<string[]> {
  match(await operate(page, label, title, "削除", "完了（エラーあり）"), deleted);
  const file = await saveAttachment(page);
  strictEqual(file.name, `${title}_エラー.csv`);
  const [header, ...rows] = await readWithPython(python!, file, "utf-8");
  deepStrictEqual(header, ["社員番号", "姓", "名", "エラー内容"]);
  const names = new Map(
    asked.map(({ employee }) => [employee.code, [employee.lastName, employee.firstName]]),
  );
  for (const [code, last, first, reason] of rows) {
    deepStrictEqual([last, first], names.get(code!));
    match(
      reason!,
      /^依頼ステータスが「未依頼」ではありません（(確定）。確定を取り消し、|.+）。)依頼を未依頼に戻してから、やり直してください。$/,
    );
  }
  return rows.map(([code]) => code!);
}

/** What a person's page says. */
async function pageOf(page: Page, { employee }: SampleMember): Promise<string> {
  await page.goto(`/employees/${employee.id}`);
  await page.getByRole("heading", { name: "保険情報" }).waitFor();
  return await page.getByRole("main").innerText();
}

Deno.test({
  name:
    "団体保険料 and 企業型確定拠出年金 are deleted of those who are 未依頼; the others are named and keep theirs",
  ignore,
  async fn() {
    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    const insured = (member: SampleMember) => contractsOf(member).some(({ source }) => source === "group");
    const keepers = asked.filter(insured);
    const loser = people.find(insured)!;
    ok((await pageOf(page, loser)).includes("団体保険"));
    const TITLE = "団体保険料の削除";
    const refused = await deleteAll(page, "団体保険料を削除", TITLE, /\d+名の団体保険料を削除しました。/);
    deepStrictEqual(refused.toSorted(), keepers.map(codeOf).toSorted());
    ok((await pageOf(page, keepers[0]!)).includes("団体保険"));
    ok(!(await pageOf(page, loser)).includes("団体保険"));
    ok(!(await pageOf(page, quakes)).includes("団体保険"));

    const dc = ({ newcomer }: SampleMember) => newcomer.carried?.dc ?? null;
    const [locked, free] = [false, true].map((editable) =>
      people.filter((one) => dc(one)?.editable === editable)
    );
    const holders = asked.filter((one) => dc(one) !== null && !dc(one)!.editable);
    const kept = [...people, ...asked].filter((one) => dc(one)?.editable).length;
    const others = await deleteAll(
      page,
      "企業型確定拠出年金を削除",
      "企業型確定拠出年金の削除",
      new RegExp(
        `${locked!.length}名の企業型確定拠出年金を削除しました。[^]*` +
          `${kept}名は従業員による情報の編集が「許可する」のため削除しませんでした。`,
      ),
    );
    deepStrictEqual(others.toSorted(), holders.map(codeOf).toSorted());
    ok((await pageOf(page, locked![0]!)).includes("登録されている掛金はありません。"));
    ok((await pageOf(page, free![0]!)).includes("許可する"));
    ok((await pageOf(page, holders[0]!)).includes("企業型年金加入者掛金"));
  },
});
