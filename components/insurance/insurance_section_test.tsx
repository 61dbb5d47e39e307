import assert from "node:assert/strict";
import { type Contract, type Insurance, NO_INSURANCE } from "../../domain/insurance.ts";
import { draw, textOf, textsOf } from "../render_fixture.ts";
import { InsuranceSection } from "./InsuranceSection.tsx";

const contract = (more: Partial<Contract>): Contract => ({
  id: more.company ?? "c",
  kind: "life",
  source: "group",
  company: "みどり生命",
  type: "",
  period: "10年",
  holder: "年調 花子",
  beneficiary: "",
  relation: "",
  generation: null,
  quake: null,
  social: null,
  paymentStartsOn: null,
  amount: null,
  policyNumber: "",
  editable: false,
  electronic: false,
  ...more,
});

const INSURANCE: Insurance = {
  ...NO_INSURANCE,
  contracts: [
    contract({ company: "A生命", amount: 24_000, policyNumber: "A-1", generation: "new", type: "定期" }),
    contract({
      company: "B損保",
      kind: "earthquake",
      quake: "old_long_term",
      source: "staff",
      editable: true,
    }),
    contract({
      company: "",
      kind: "social",
      social: "national_pension",
      relation: "本人",
      source: "last_year",
    }),
    contract({
      company: "C年金",
      kind: "pension",
      source: "self",
      paymentStartsOn: "2041-04-01",
      beneficiary: "太郎",
      relation: "夫",
    }),
  ],
  dc: { amount: 120_000, editable: false },
};

Deno.test("contracts stand by kind, each with where it comes from and who may edit it", () => {
  const page = draw(<InsuranceSection insurance={INSURANCE} dcAction={null} />);
  assert.deepEqual(textsOf(page, "h2"), ["保険情報", "企業型確定拠出年金掛金"]);
  assert.deepEqual(textsOf(page, "h3"), [
    "一般の生命保険料（1件）",
    "個人年金保険料（1件）",
    "地震保険料（1件）",
    "社会保険料（1件）",
  ]);
  const rows = [...page.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => {
      cell.querySelector("[aria-hidden]")?.remove();
      return textOf(cell);
    })
  );
  assert.deepEqual(rows, [
    [
      "A生命証券番号 A-1",
      "新",
      "定期・10年",
      "年調 花子",
      "24,000円",
      "団体保険従業員による情報の編集：許可しない",
    ],
    [
      "C年金",
      "-",
      "10年支払い開始日 2041/04/01",
      "年調 花子受取人 太郎（夫）",
      "-",
      "従業員従業員による情報の編集：許可しない",
    ],
    ["B損保", "旧長期", "10年", "年調 花子", "-", "担当者従業員による情報の編集：許可する"],
    [
      "-",
      "国民年金・国民年金基金",
      "10年",
      "年調 花子続柄 本人",
      "-",
      "昨年の申告従業員による情報の編集：許可しない",
    ],
  ]);
});

Deno.test("the 掛金 has a form for who may change it, and says what it does", () => {
  const read = draw(<InsuranceSection insurance={INSURANCE} dcAction={null} />);
  assert.equal(read.querySelector("form"), null);
  assert.deepEqual(textsOf(read, "dd"), ["120,000円", "許可しない"]);
  const edited = draw(<InsuranceSection insurance={INSURANCE} dcAction="/employees/e/dc" changed />);
  const form = edited.querySelector("form");
  assert.deepEqual([form?.getAttribute("action"), form?.getAttribute("method")], ["/employees/e/dc", "post"]);
  assert.equal(form?.querySelector("input[name=editable]")?.getAttribute("value"), "1");
  assert.equal(textOf(form!.querySelector("button")), "従業員による情報の編集を「許可する」に変更");
  assert.equal(textOf(edited.querySelector("[role=status]")), "従業員による情報の編集を変更しました。");
  const back = { ...INSURANCE, dc: { amount: 1, editable: true } };
  const other = draw(<InsuranceSection insurance={back} dcAction="/x" />);
  assert.equal(other.querySelector("input[name=editable]")?.getAttribute("value"), "0");
});

Deno.test("nothing registered is said", () => {
  const page = draw(<InsuranceSection insurance={NO_INSURANCE} dcAction="/x" />);
  assert.match(textOf(page), /登録されている保険はありません/);
  assert.match(textOf(page), /登録されている掛金はありません。/);
  assert.equal(page.querySelector("form"), null);
});
