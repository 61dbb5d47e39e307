import assert from "node:assert/strict";
import { MAX_GROUP_NAME } from "../domain/group.ts";
import { type Role, ROLES } from "../domain/permission.ts";
import { placeFor } from "./operation.ts";
import { findOperation, menuOf, OPERATIONS } from "./registry.ts";
import { SYSTEM_OPERATIONS } from "./system/registry.ts";

const LIMITS = { maxBytes: 100, maxRows: 200 };
const GROUP = { id: "g1", name: "本社" };

Deno.test("kinds are there once, in the form in which they are stored, and are found", () => {
  const kinds = OPERATIONS.map(({ kind }) => kind);
  assert.equal(new Set(kinds).size, kinds.length);
  for (const operation of OPERATIONS) {
    assert.match(operation.kind, /^[a-z]+(_[a-z]+)*$/);
    assert.equal(findOperation(operation.kind), operation);
  }
  for (const operation of SYSTEM_OPERATIONS) {
    assert.equal(findOperation(operation.kind), operation);
    assert.ok(operation.system && !kinds.includes(operation.kind));
    assert.equal(placeFor(operation, "all"), null);
  }
  assert.equal(findOperation("no_such_operation"), null);
  assert.equal(findOperation("constructor"), null);
});

Deno.test("a 処理名 fits into the list, however long the group's name", () => {
  const name = "髙".repeat(MAX_GROUP_NAME);
  for (const { title, scope, allGroups } of OPERATIONS) {
    if (scope === "group") assert.ok(title({ name }, {}).length <= 200 && title({ name }, {}).includes(name));
    if (scope === "all" || allGroups) assert.ok(title(null, {}).length <= 200 && title(null, {}) !== "");
  }
});

Deno.test("every operation lies in a file of its own kind with a test beside it", () => {
  const folder = new URL("./operations/", import.meta.url);
  const files = [...Deno.readDirSync(folder)].filter(({ isFile }) => isFile).map(({ name }) => name);
  const kinds = OPERATIONS.map(({ kind }) => kind).sort();
  assert.deepEqual(
    files.filter((name) => !name.includes("_test.")).sort(),
    kinds.map((kind) => `${kind}.ts`),
  );
  assert.deepEqual(
    files.filter((name) => name.includes("_test.")).sort(),
    kinds.map((kind) => `${kind}_test.ts`),
  );
});

Deno.test("dialogs and menus are said in Japanese, the upload with its limits", () => {
  for (const operation of OPERATIONS) {
    const { dialog, label } = operation;
    for (const text of [dialog.title, dialog.button, label, ...dialog.description]) {
      assert.match(text, /[ぁ-んァ-ヶ一-龠]/);
    }
    for (const sentence of dialog.description) assert.ok(sentence.endsWith("。"), sentence);
  }
  const items = menuOf({ role: "admin" }, "requests", GROUP, LIMITS);
  const item = items.find(({ kind }) => kind === "add_employees_to_group");
  assert.deepEqual(item?.dialog.upload, {
    accept: ".csv,text/csv",
    extensions: [".csv"],
    maxBytes: 100,
    maxRows: 200,
    template: "/operations/add_employees_to_group/template",
    columns: [
      { name: "社員番号", required: true },
      { name: "姓", required: false },
      { name: "名", required: false },
    ],
    columnsText: null,
    encoding: "UTF-8またはShift_JIS",
  });
});

/** `menu › label` of what a role finds on a screen. */
const menu = (role: Role, screen: string, group: typeof GROUP | null) =>
  menuOf({ role }, screen, group, LIMITS).map(({ menu, label }) => `${menu ?? ""} › ${label}`);

Deno.test("what each role finds on each screen, for a group and for all", () => {
  const hints = "依頼グループ設定 › アンケートのヒントメッセージ一括設定（CSV）";
  const add = "依頼グループ設定 › 従業員を一括追加（CSV）";
  const numbers = "依頼グループ設定 › マイナンバーを同期";
  const downloads = [
    "依頼状況一覧をダウンロード",
    "書類作成更新日時リストをダウンロード",
    "収集情報をダウンロード",
    "差分リストをダウンロード",
    "家族情報インポートファイルをダウンロード",
    "原本一覧をダウンロード",
  ];
  const ofGroup = [...downloads, "生命保険等証明書原本の台紙をダウンロード"];
  const files = ofGroup.map((label) => `ダウンロード › ${label}`);
  const ofAll = (label: string) => label === "差分リストをダウンロード" ? "差分リストのダウンロード" : label;
  const bulk = downloads.map((label) => `情報一括ダウンロード › ${ofAll(label)}`);
  const list = " › ダウンロード";
  const [csv, reviews] = [" › 依頼状況を一括更新", " › 確認状況を一括更新"];
  const [send, exclude, remind] = [
    " › まとめて依頼を送信",
    " › まとめて対象外にする",
    "その他操作 › まとめて再通知する",
  ];
  const [confirm, reset, unconfirm] = [
    " › まとめて確定する",
    "その他操作 › まとめて未依頼に戻す",
    "その他操作 › まとめて確定を取り消す",
  ];
  const expected: Record<Role, Record<string, string[]>> = {
    admin: {
      "menu all": [" › 事業所情報同期"],
      "employees all": [
        " › 従業員情報を同期",
        "インポート › 依頼グループをインポート",
        "インポート › 昨年の保険料をインポート",
        "インポート › 団体保険料をインポート",
        "インポート › 団体保険料を削除",
        "インポート › 企業型確定拠出年金をインポート",
        "インポート › 企業型確定拠出年金を削除",
        "インポート › 団体保険ファイルを確認",
        list,
        " › 選択した従業員を削除",
      ],
      "requests g1": [hints, add, numbers, ...files, csv, send, exclude, confirm, remind, reset, unconfirm],
      "requests all": bulk,
      "documents g1": [hints, add, numbers, reviews, list],
      "documents all": bulk,
      "previous_jobs g1": [hints, add, numbers, reviews],
      "previous_jobs all": bulk,
      "settings_permissions all": [" › 権限を同期"],
      "settings_source all": [" › マイナンバーを取り込む"],
    },
    confirm: {
      "requests g1": [hints, ...files, csv, send, exclude, confirm, remind, unconfirm],
      "documents g1": [hints, reviews, list],
      "previous_jobs g1": [hints, reviews],
    },
    download: {
      "requests g1": [hints, ...files, csv, send, exclude, remind],
      "documents g1": [hints, reviews, list],
      "previous_jobs g1": [hints, reviews],
    },
    check: {
      "requests g1": [csv, send, exclude, remind],
      "documents g1": [reviews],
      "previous_jobs g1": [reviews],
    },
    none: {},
  };
  for (const role of ROLES) {
    const found: Record<string, string[]> = {};
    for (
      const screen of [
        "menu",
        "employees",
        "requests",
        "documents",
        "previous_jobs",
        "settings_permissions",
        "settings_source",
        "nowhere",
      ]
    ) {
      for (const group of [GROUP, null]) {
        const items = menu(role, screen, group);
        if (items.length > 0) found[`${screen} ${group?.id ?? "all"}`] = items;
      }
    }
    assert.deepEqual(found, expected[role], role);
  }
});
