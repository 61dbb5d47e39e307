import assert from "node:assert/strict";
import { OperationDialog } from "../../islands/OperationDialog.tsx";
import { OperationMenu } from "../../islands/OperationMenu.tsx";
import { draw, textOf, textsOf } from "../render_fixture.ts";
import { OperationDialogBox } from "./OperationDialogBox.tsx";
import { OperationPage } from "./OperationPage.tsx";
import { CONFIRM, FORMATS, GROUP, ITEM, REFORM, SEVERAL } from "./operation_fixture.ts";

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

Deno.test("a page stands before the operation that belongs to it, and both before the rest", () => {
  const links = [
    { label: "甲", href: "/a", followedBy: CONFIRM.kind },
    { label: "乙", href: "/b", followedBy: "not_allowed" },
    { label: "丙", href: "/c" },
  ];
  const menu = draw(
    <OperationMenu label="設定" items={[ITEM, CONFIRM]} links={links} group="g1" returnTo="/" />,
  );
  assert.deepEqual(textsOf(menu, "li"), ["甲", CONFIRM.label, "乙", "丙", ITEM.label]);
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

/** Names and values of the fields of the form, in order. */
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

Deno.test("before its scripts run, a dialog of two steps shows the choices and keeps the file for the second", () => {
  const box = draw(
    <OperationDialogBox item={FORMATS} group={null} returnTo="/" open={false} onClose={() => {}} />,
  );
  assert.equal(textOf(box.querySelector("h2")), "団体保険料のインポート（1/2）");
  assert.deepEqual(textsOf(box, "button"), ["キャンセル", "次へ"]);
  assert.equal(textOf(box.querySelector("fieldset legend")), "ファイルの形式");
  assert.deepEqual(textsOf(box, "fieldset label"), ["LINC", "CSV"]);
  assert.equal(box.querySelector("[type=radio][checked]")?.getAttribute("value"), "linc");
  assert.equal(box.querySelector("fieldset")!.closest("[hidden]"), null);
  const file = box.querySelector("[name=file]")!;
  assert.ok(file.closest("[hidden]"));
  assert.equal(file.getAttribute("accept"), ".dat");
});

Deno.test("without JavaScript every format is explained, and one field takes any of them, at the end", () => {
  const page = draw(<OperationPage item={FORMATS} group={null} operationKey="K" returnTo="/" />);
  assert.deepEqual(fieldsOf(page).map(([name]) => name), [
    "operation",
    "key",
    "return_to",
    "format",
    "format",
    "password",
    "file",
  ]);
  assert.deepEqual(textsOf(page, "section section h2"), [
    "「ファイルの形式」が「LINC」の場合",
    "「ファイルの形式」が「CSV」の場合",
  ]);
  assert.match(textOf(page), /ファイルの形式 ?100バイトのレコード.*上限 ?100MB(?!、)/);
  assert.equal(page.querySelector("[name=file]")?.getAttribute("accept"), ".dat,.csv,text/csv");
  assert.deepEqual(textsOf(page, "a[download]"), [
    "現在の設定のダウンロード",
    "サンプルCSVファイルのダウンロード",
  ]);
});

Deno.test("a refused page keeps what was chosen and says at the password that it was wrong", () => {
  const problem = { event: "事象", cause: "原因", remedy: "対処", code: "wrong_password" };
  const page = draw(
    <OperationPage
      item={FORMATS}
      group={null}
      operationKey="K"
      returnTo="/"
      chosen={{ format: ["csv"], password: ["secret"] }}
      problem={problem}
    />,
  );
  assert.equal(page.querySelector("[type=radio][checked]")?.getAttribute("value"), "csv");
  const password = page.querySelector("[name=password]")!;
  assert.equal(password.getAttribute("aria-invalid"), "true");
  assert.equal(password.getAttribute("autocomplete"), "current-password");
  assert.ok(password.hasAttribute("required"));
  assert.doesNotMatch(page.documentElement!.outerHTML, /secret/);
});

Deno.test("a choice of several is check boxes, none of them ticked; a refused page keeps those that were", () => {
  const box = draw(
    <OperationDialogBox item={SEVERAL} group={null} returnTo="/" open={false} onClose={() => {}} />,
  );
  assert.deepEqual(textsOf(box, "fieldset label"), ["今年", "来年", "住宅"]);
  assert.equal(textOf(box.querySelector("legend")), "書類必須");
  assert.equal(box.querySelectorAll("[type=checkbox][name=documents]").length, 3);
  assert.equal(box.querySelector("[checked]"), null);
  const page = draw(
    <OperationPage
      item={SEVERAL}
      group={null}
      operationKey="K"
      returnTo="/"
      chosen={{ documents: ["next", "loan"] }}
    />,
  );
  const ticked = [...page.querySelectorAll("[checked]")].map((tick) => tick.getAttribute("value"));
  assert.deepEqual(ticked, ["next", "loan"]);
});

Deno.test("choices that hang on others say so without JavaScript, and wait for the second step with it", () => {
  const page = draw(<OperationPage item={REFORM} group={null} operationKey="K" returnTo="/" />);
  assert.match(textOf(page.querySelectorAll("fieldset")[1]!), /「形式」が「汎用」「会計」の場合/);
  const box = draw(
    <OperationDialogBox item={REFORM} group={null} returnTo="/" open={false} onClose={() => {}} />,
  );
  const [first, second] = [...box.querySelectorAll("fieldset")];
  assert.equal(first!.closest("[hidden]"), null);
  assert.ok(second!.closest("[hidden]"));
  assert.equal(box.querySelectorAll("fieldset").length, 2, "the third hangs on a value that is not chosen");
});

Deno.test("what is to be said of a choice stands on the last step, and without JavaScript says of which", () => {
  const notes = [
    { when: { field: "format", is: ["bugyo"] }, text: ["10人までです。"] },
    { when: { field: "format", is: ["generic"] }, text: ["全員です。"] },
  ];
  const item = { ...REFORM, dialog: { ...REFORM.dialog, notes } };
  const page = draw(<OperationPage item={item} group={null} operationKey="K" returnTo="/" />);
  assert.match(textOf(page), /「形式」が「奉行」の場合 ?10人までです。/);
  const box = draw(
    <OperationDialogBox item={item} group={null} returnTo="/" open={false} onClose={() => {}} />,
  );
  const said = [...box.querySelectorAll("[hidden] > p")].map((note) => textOf(note));
  assert.deepEqual(said, ["全員です。"]);
});

Deno.test("chosen people travel as hidden fields before everything that is filled in", () => {
  const extra = [["ids", "e1"], ["ids", "e2"]] as const;
  const page = draw(
    <OperationPage item={FORMATS} group={null} operationKey="K" returnTo="/" extra={extra} />,
  );
  assert.deepEqual(fieldsOf(page).slice(2, 6), [
    ["return_to", "/"],
    ["ids", "e1"],
    ["ids", "e2"],
    ["format", "linc"],
  ]);
});
