import assert from "node:assert/strict";
import { OperationDialog } from "../../islands/OperationDialog.tsx";
import { OperationMenu } from "../../islands/OperationMenu.tsx";
import type { MenuItem } from "../../jobs/service.ts";
import { draw, textOf, textsOf } from "../render_fixture.ts";
import { OperationDialogBox } from "./OperationDialogBox.tsx";
import { OperationPage } from "./OperationPage.tsx";

const ITEM: MenuItem = {
  kind: "add_employees_to_group",
  menu: "依頼グループ設定",
  label: "従業員を一括追加（CSV）",
  title: "本社の従業員情報の取り込み",
  permission: "admin",
  dialog: {
    title: "従業員の追加",
    description: ["この依頼グループに追加します。"],
    button: "アップロード",
    upload: {
      accept: ".csv,text/csv",
      extensions: [".csv"],
      maxBytes: 100 * 1024 * 1024,
      maxRows: 200_000,
      template: "/operations/add_employees_to_group/template",
      columns: [{ name: "社員番号", required: true }, { name: "姓", required: false }],
      encoding: "UTF-8またはShift_JIS",
    },
  },
};
const CONFIRM: MenuItem = {
  ...ITEM,
  kind: "download",
  dialog: { ...ITEM.dialog, button: "ダウンロード", upload: null },
};
const GROUP = { id: "g1", name: "本社" };

Deno.test("without JavaScript a menu is a disclosure of links to the operations' pages", () => {
  const menu = draw(
    <OperationMenu label="設定" items={[ITEM, CONFIRM]} group="g1" returnTo="/groups/g1?a=1&b=2" />,
  );
  assert.equal(textOf(menu.querySelector("details > summary")), "設定");
  const links = [...menu.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  assert.equal(
    links[0],
    "/operations/add_employees_to_group?return_to=%2Fgroups%2Fg1%3Fa%3D1%26b%3D2&group=g1",
  );
  assert.equal(links.length, 2);
});

Deno.test("a menu without entries is not there", () => {
  assert.equal(textOf(draw(<OperationMenu label="設定" items={[]} group={null} returnTo="/" />)), "");
});

Deno.test("without JavaScript the button of an operation is a link to its page", () => {
  const button = draw(<OperationDialog item={CONFIRM} group={null} returnTo="/employees" />);
  assert.equal(
    button.querySelector("a")?.getAttribute("href"),
    "/operations/download?return_to=%2Femployees",
  );
});

/** Names of the fields that the form sends, in order. */
function fieldsOf(page: Document): [string | null, string | null][] {
  return [...page.querySelectorAll("form [name]")].map((field) => [
    field.getAttribute("name"),
    field.getAttribute("value"),
  ]);
}

Deno.test("the page of an operation is a plain form whose last field is the file", () => {
  const page = draw(<OperationPage item={ITEM} group={GROUP} operationKey="K1" returnTo="/groups" />);
  const form = page.querySelector("form")!;
  assert.equal(form.getAttribute("action"), "/background-jobs");
  assert.equal(form.getAttribute("method"), "post");
  assert.equal(form.getAttribute("enctype"), "multipart/form-data");
  assert.deepEqual(fieldsOf(page), [
    ["operation", "add_employees_to_group"],
    ["group", "g1"],
    ["key", "K1"],
    ["return_to", "/groups"],
    ["file", null],
  ]);
  assert.match(textOf(page), /対象：本社/);
});

Deno.test("limits, columns and the sample are said before a file is chosen", () => {
  const page = draw(<OperationPage item={ITEM} group={GROUP} operationKey="K1" returnTo="/" />);
  assert.match(textOf(page), /社員番号（必須）、姓/);
  assert.match(textOf(page), /UTF-8またはShift_JIS/);
  assert.match(textOf(page), /100MB、200,000行/);
  const sample = page.querySelector("a[download]");
  assert.equal(sample?.getAttribute("href"), "/operations/add_employees_to_group/template");
});

Deno.test("a refused form says what happened, why and what to do", () => {
  const problem = {
    event: "受け付けできませんでした",
    cause: "ファイルの中身が空です",
    remedy: "別のファイルを選択してください",
  };
  const page = draw(
    <OperationPage item={ITEM} group={null} operationKey="K" returnTo="/" problem={problem} />,
  );
  assert.equal(
    textOf(page.querySelector("[role=alert]")).replace(/\s/g, ""),
    "受け付けできませんでした。ファイルの中身が空です。別のファイルを選択してください。",
  );
});

Deno.test("an operation without a file asks for none", () => {
  const page = draw(<OperationPage item={CONFIRM} group={null} operationKey="K" returnTo="/" />);
  assert.deepEqual(fieldsOf(page).map(([name]) => name), ["operation", "key", "return_to"]);
});

Deno.test("the dialog is named, modal, and has its live regions before anything happens", () => {
  const box = draw(
    <OperationDialogBox item={ITEM} group="g1" returnTo="/" open={false} onClose={() => {}} />,
  );
  const dialog = box.querySelector("dialog")!;
  assert.equal(dialog.getAttribute("aria-modal"), "true");
  assert.equal(textOf(box.getElementById(dialog.getAttribute("aria-labelledby")!)), "従業員の追加");
  assert.equal(textsOf(dialog, "[role=alert]").join(""), "");
  assert.equal(textsOf(dialog, "[role=status]").join(""), "");
  assert.match(box.querySelector("[name=key]")!.getAttribute("value")!, /^[0-9A-HJKMNP-TV-Z]{26}$/);
  assert.deepEqual(textsOf(dialog, "button"), ["キャンセル", "アップロード"]);
});
