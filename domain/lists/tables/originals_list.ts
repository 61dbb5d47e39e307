import { originalsOf } from "../../originals.ts";
import { type List, vertical } from "../list.ts";
import { type Columns, EMPLOYEE } from "../row.ts";

const HEADERS = ["依頼グループ", "依頼ステータス", "社員番号", "姓", "名", "原本名"] as const;

const COLUMNS: Columns = { ...EMPLOYEE, "原本名": originalsOf };

/** 原本一覧 (提出原本一覧): a row an original, several of a kind numbered (reference/csv-columns.md 2.23). */
export const ORIGINALS_LIST: List = vertical(HEADERS, COLUMNS, (row) => originalsOf(row).length);
