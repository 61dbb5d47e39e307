import { deepStrictEqual } from "node:assert/strict";
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { type HandFile, withSlips } from "./support/handmade.ts";
import { importTwice } from "./support/import_twice.ts";
import { HEADER, masterOnly } from "./support/members_csv.ts";
import { openDialog, openRequests } from "./support/operating.ts";
import { listPeople } from "./support/people.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";
import { as, wrongPeople } from "./support/wrong_people.ts";

/** Row 13 with 1,000 rows in Shift_JIS, 50 of them bad in every documented way. */
// Enough people in no group for 1,000 rows.
const EMPLOYEES = 3_600;
const GOOD = 950;

const python = await findProgram("python3");
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: String(EMPLOYEES) } });
const sharedChromium = sharedBrowser();

Deno.test({
  name: "1,000 rows in Shift_JIS, 50 of them bad: added once, corrected, uploaded again",
  ignore: chromiumPath === null || python === null,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const before = await listPeople(admin);
    const free = before.filter(({ group }) => group === "").map(({ code }) => code);
    const taken = before.filter(({ group }) => group === "本社").map(({ code }) => code);
    const [thrice, pair, ...zeros] = free.slice(GOOD + 50) as [string, string, ...string[]];
    const slips = [
      ...wrongPeople(
        { twice: [thrice, pair], zeros },
        /^従業員が見つかりませんでした。社員番号を確認してください/,
      ),
      ...as(taken.slice(0, 9), /^すでに依頼グループに登録されています/),
      ...as(masterOnly(EMPLOYEES, "no_account", 6), /^アカウントが未設定です/),
      ...as(masterOnly(EMPLOYEES, "outsourced", 5), /^雇用形態が「業務委託」「派遣社員」です/),
      ...as(masterOnly(EMPLOYEES, "dispatched", 5), /^雇用形態が「業務委託」「派遣社員」です/),
      ...as(masterOnly(EMPLOYEES, "incomplete", 6), /^基本機能の情報が足りません（生年月日、住所）/),
    ];
    // 姓 and 名 are there to be read by people: what cannot be written in Shift_JIS is left out, as Excel's user does.
    const row = (code: string, i: number) => [code, i % 3 ? "表示" : "ソ,十", `能"髙～${i}`];
    const spare = free.slice(GOOD, GOOD + 50);
    const file: HandFile = {
      name: "追加する従業員.csv",
      encoding: "shift_jis",
      header: HEADER,
      rows: withSlips(free.slice(0, GOOD).map(row), slips, spare.map(row)),
    };
    deepStrictEqual([slips.length, file.rows.length], [50, 1_000]);

    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    await importTwice(page, python!, {
      file,
      title: "工場の従業員情報の取り込み",
      async open(page) {
        await openRequests(page, "工場");
        return await openDialog(page, "依頼グループ設定", "従業員を一括追加（CSV）");
      },
      done: (n) => `${n}名を追加しました。`,
    });

    const added = new Set([...free.slice(0, GOOD), ...spare]);
    const expected = before.map((person) => added.has(person.code) ? { ...person, group: "工場" } : person);
    const byCode = (a: { code: string }, b: { code: string }) => a.code < b.code ? -1 : 1;
    deepStrictEqual((await listPeople(admin)).toSorted(byCode), expected.toSorted(byCode));
  },
});
