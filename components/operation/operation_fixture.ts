import type { MenuItem, UploadSpec } from "../../jobs/service.ts";

const CSV: UploadSpec = {
  accept: ".csv,text/csv",
  extensions: [".csv"],
  maxBytes: 100 * 1024 * 1024,
  maxRows: 200_000,
  template: "/operations/add_employees_to_group/template",
  columns: [{ name: "社員番号", required: true }, { name: "姓", required: false }],
  columnsText: null,
  encoding: "UTF-8またはShift_JIS",
};
const DAT: UploadSpec = {
  accept: ".dat",
  extensions: [".dat"],
  maxBytes: 100 * 1024 * 1024,
  maxRows: null,
  template: null,
  columns: [],
  columnsText: "100バイトのレコード",
  encoding: "JIS",
};

/** An operation that takes one file; for tests. */
export const ITEM: MenuItem = {
  kind: "add_employees_to_group",
  menu: "依頼グループ設定",
  label: "従業員を一括追加（CSV）",
  title: "本社の従業員情報の取り込み",
  permission: "admin",
  selection: false,
  dialog: {
    title: "従業員の追加",
    description: ["この依頼グループに追加します。"],
    button: "アップロード",
    links: [],
    fields: [],
    password: false,
    upload: CSV,
    uploadBy: null,
  },
};

/** One that asks for nothing. */
export const CONFIRM: MenuItem = {
  ...ITEM,
  kind: "download",
  dialog: { ...ITEM.dialog, button: "ダウンロード", upload: null },
};

/** One that takes a file of one of two formats, and the password. */
export const FORMATS: MenuItem = {
  ...ITEM,
  kind: "formats",
  dialog: {
    ...ITEM.dialog,
    title: "団体保険料のインポート",
    links: [{ label: "現在の設定のダウンロード", href: "/now.csv" }],
    password: true,
    upload: null,
    uploadBy: { field: "format", of: { linc: DAT, csv: CSV } },
    fields: [{
      type: "choice",
      name: "format",
      legend: "ファイルの形式",
      choices: [{ value: "linc", label: "LINC" }, { value: "csv", label: "CSV" }],
    }],
  },
};

/** One with choices that hang on each other. */
export const REFORM: MenuItem = {
  ...CONFIRM,
  kind: "reform",
  dialog: {
    ...CONFIRM.dialog,
    fields: [
      {
        type: "choice",
        name: "format",
        legend: "形式",
        choices: [
          { value: "generic", label: "汎用" },
          { value: "ledger", label: "会計" },
          { value: "bugyo", label: "奉行" },
        ],
      },
      {
        type: "choice",
        name: "year",
        legend: "年度",
        choices: [{ value: "this", label: "今年" }, { value: "next", label: "翌年" }],
        when: { field: "format", is: ["generic", "ledger"] },
      },
      {
        type: "choice",
        name: "layout",
        legend: "項目の並び",
        choices: [{ value: "vertical", label: "縦並び" }],
        when: { field: "year", is: ["next"] },
      },
    ],
  },
};

/** One that asks for one or several. */
export const SEVERAL: MenuItem = {
  ...CONFIRM,
  kind: "several",
  dialog: {
    ...CONFIRM.dialog,
    fields: [{
      type: "several",
      name: "documents",
      legend: "書類",
      choices: [
        { value: "this", label: "今年" },
        { value: "next", label: "来年" },
        { value: "loan", label: "住宅" },
      ],
    }],
  },
};

/** The group that they are started on. */
export const GROUP = { id: "g1", name: "本社" };
