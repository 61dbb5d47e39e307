import type { Contract, ContractKind } from "../../domain/insurance.ts";
import type { Column } from "../input.ts";

/** What a cell says of a contract. */
export type ContractField = Exclude<keyof Contract, "id" | "kind" | "source" | "editable" | "electronic">;

/** One item of a repeated block, such as 保険会社等の名称. */
interface Item {
  name: string;
  field: ContractField;
  example: string;
  /** Row 5 asks for it where the block says anything. */
  needed?: true;
}

/** A block of columns that stands in a header again and again, numbered from 1. */
interface BlockKind {
  kind: ContractKind;
  label: string;
  times: number;
  items: readonly Item[];
}

/** One numbered block: a contract, when any of its cells says something. */
export interface Block {
  kind: ContractKind;
  cells: readonly { column: string; field: ContractField; needed: boolean }[];
}

const COMPANY: Item = { name: "保険会社等の名称", field: "company", example: "みどり生命", needed: true };
const PERIOD: Item = { name: "保険期間", field: "period", example: "10年", needed: true };
const PEOPLE: readonly Item[] = [
  { name: "契約者氏名", field: "holder", example: "年調 花子" },
  { name: "受取人・氏名", field: "beneficiary", example: "年調 太郎" },
  { name: "受取人・続柄", field: "relation", example: "夫" },
];
const GENERATION: Item = { name: "新・旧区分", field: "generation", example: "新", needed: true };
const PAID: readonly Item[] = [
  { name: "保険料金額", field: "amount", example: "24000", needed: true },
  { name: "証券番号", field: "policyNumber", example: "0012345678", needed: true },
];
const type = (example: string): Item => ({ name: "保険等の種類", field: "type", example });

const LIFE: BlockKind = {
  kind: "life",
  label: "一般の生命保険料",
  times: 20,
  items: [COMPANY, type("定期"), PERIOD, ...PEOPLE, GENERATION],
};
const CARE: BlockKind = {
  kind: "care",
  label: "介護医療保険料",
  times: 20,
  items: [COMPANY, type("医療"), { ...PERIOD, example: "終身" }, ...PEOPLE],
};
const PENSION: BlockKind = {
  kind: "pension",
  label: "個人年金保険料",
  times: 20,
  items: [
    COMPANY,
    type("確定年金"),
    { ...PERIOD, name: "年金支払期間" },
    ...PEOPLE,
    GENERATION,
    { name: "支払い開始日", field: "paymentStartsOn", example: "2041/04/01" },
  ],
};
const EARTHQUAKE: BlockKind = {
  kind: "earthquake",
  label: "地震保険料控除",
  times: 10,
  items: [
    { ...COMPANY, example: "みどり損害保険" },
    type("地震"),
    { ...PERIOD, example: "5年" },
    ...PEOPLE,
    { name: "地震・旧長期", field: "quake", example: "地震", needed: true },
  ],
};
const SOCIAL: BlockKind = {
  kind: "social",
  label: "社会保険料控除",
  times: 20,
  items: [
    { name: "社会保険の種類", field: "social", example: "国民年金・国民年金基金" },
    { name: "保険料支払先の名称", field: "company", example: "みどり市" },
    { name: "契約者氏名", field: "holder", example: "年調 花子" },
    { name: "続柄", field: "relation", example: "本人" },
  ],
};

/** The people's columns of every file of this kind; 姓 and 名 are there for people to check. */
export const PERSON_COLUMNS: readonly Column[] = [
  { name: "社員番号", required: true, example: "000123" },
  { name: "姓", required: false, example: "年調" },
  { name: "名", required: false, example: "花子" },
];

/** The blocks of row 4 (reference/csv-columns.md 2.24): no amounts, which are asked for anew each year. */
const LAST_YEAR_KINDS = [LIFE, CARE, PENSION, EARTHQUAKE, SOCIAL];
/** The blocks of row 5 as CSV (reference/csv-columns.md 2.25). */
const GROUP_KINDS = [LIFE, CARE, PENSION, EARTHQUAKE].map((kind) => ({
  ...kind,
  items: [...kind.items, ...PAID],
}));

/** The blocks of a row of 昨年の保険料. */
export const LAST_YEAR_BLOCKS: readonly Block[] = LAST_YEAR_KINDS.flatMap(blocksOf);
/** The blocks of a row of 団体保険料. */
export const GROUP_BLOCKS: readonly Block[] = GROUP_KINDS.flatMap(blocksOf);

/** Every column of 昨年の保険料, block by block. */
export const LAST_YEAR_COLUMNS: readonly Column[] = [
  ...PERSON_COLUMNS,
  ...LAST_YEAR_KINDS.flatMap(columnsOf),
];
/** Every column of 団体保険料, block by block. */
export const GROUP_COLUMNS: readonly Column[] = [...PERSON_COLUMNS, ...GROUP_KINDS.flatMap(columnsOf)];

/** What the dialog of row 4 says instead of 573 columns. */
export const LAST_YEAR_TEXT = columnsText(LAST_YEAR_KINDS);
/** What the dialog of row 5 says instead of 633 columns. */
export const GROUP_TEXT = columnsText(GROUP_KINDS);

function numbered({ times }: BlockKind): number[] {
  return Array.from({ length: times }, (_, i) => i + 1);
}

function blocksOf(block: BlockKind): Block[] {
  return numbered(block).map((n) => ({
    kind: block.kind,
    cells: block.items.map(({ name, field, needed }) => ({
      column: `${block.label}${n}:${name}`,
      field,
      needed: needed ?? false,
    })),
  }));
}

/** The example row says something in the first block of each kind. */
function columnsOf(block: BlockKind): Column[] {
  return numbered(block).flatMap((n) =>
    block.items.map(({ name, example }) => ({
      name: `${block.label}${n}:${name}`,
      required: false,
      example: n === 1 ? example : "",
    }))
  );
}

function columnsText(kinds: readonly BlockKind[]): string {
  const blocks = kinds.map(({ label, times }) => `${label}（${times}件まで）`).join("、");
  return `必須の項目は「社員番号」だけです。保険の項目は、${blocks}を、項目名の番号を増やしながら並べます。使わない番号の列は省略できます。`;
}
