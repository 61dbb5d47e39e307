import type { Contract } from "../../domain/insurance.ts";
import type { ReasonCode, ReasonParams } from "../../domain/reasons.ts";
import type { Block, ContractField } from "./columns.ts";

/** A contract as a row says it: who gives it an id says where it comes from. */
export type ContractCells = Omit<Contract, "id" | "source" | "editable" | "electronic">;

/** Why a row cannot be taken. */
export interface CellProblem {
  code: ReasonCode;
  params: ReasonParams;
}

/** The most characters of each text. An employee with every contract that the limits allow has to fit into 64 KiB. */
const MAX_CHARS = {
  company: 50,
  type: 30,
  period: 20,
  holder: 40,
  beneficiary: 40,
  relation: 20,
  policyNumber: 30,
} as const;

/** The highest amount that is taken, yen. */
export const MAX_AMOUNT = 999_999_999;

/** The words of the cells that are a choice, after NFKC. */
const WORDS = {
  generation: { "新": "new", "旧": "old" },
  quake: { "地震": "earthquake", "旧長期": "old_long_term" },
  social: {
    "国民年金・国民年金基金": "national_pension",
    "国民健康保険料・介護保険料等": "health_and_care",
    // The vendor's pages write both (reference/screens.md §7.3).
    "国民健康保険料・介護保険料等の情報": "health_and_care",
  },
} as const;

const EMPTY: Omit<ContractCells, "kind"> = {
  company: "",
  type: "",
  period: "",
  holder: "",
  beneficiary: "",
  relation: "",
  generation: null,
  quake: null,
  social: null,
  paymentStartsOn: null,
  amount: null,
  policyNumber: "",
};

/** What a row's blocks say: the blocks with anything in them are contracts. `complete`: the needed cells are asked for. */
export function readContracts(
  cells: Readonly<Record<string, string>>,
  blocks: readonly Block[],
  { complete }: { complete: boolean },
): { contracts: ContractCells[] } | { problem: CellProblem } {
  const contracts: ContractCells[] = [];
  const sayAnything = blocksIn(cells, blocks);
  for (const block of blocks) {
    if (!sayAnything.has(block)) continue;
    const said = block.cells.filter(({ column }) => (cells[column] ?? "").trim() !== "");
    const missing = complete ? block.cells.filter((cell) => cell.needed && !said.includes(cell)) : [];
    if (missing.length > 0) {
      return { problem: problem("value_missing", missing.map(({ column }) => column).join("、")) };
    }
    const contract: Record<string, unknown> = { ...EMPTY, kind: block.kind };
    for (const { column, field } of said) {
      const read = readCell(field, column, cells[column]!.trim());
      if ("problem" in read) return read;
      contract[field] = read.value;
    }
    contracts.push(contract as unknown as ContractCells);
  }
  return { contracts };
}

/** The block of each column; files have few of the 630 columns, so that a row is looked through by what it has. */
const blockByColumn = new WeakMap<readonly Block[], ReadonlyMap<string, Block>>();

function blocksIn(cells: Readonly<Record<string, string>>, blocks: readonly Block[]): Set<Block> {
  let byColumn = blockByColumn.get(blocks);
  if (!byColumn) {
    byColumn = new Map(blocks.flatMap((block) => block.cells.map(({ column }) => [column, block] as const)));
    blockByColumn.set(blocks, byColumn);
  }
  const found = new Set<Block>();
  for (const column in cells) {
    const block = cells[column]!.trim() === "" ? undefined : byColumn.get(column);
    if (block) found.add(block);
  }
  return found;
}

type Read<T> = { value: T } | { problem: CellProblem };

function readCell(field: ContractField, column: string, text: string): Read<string | number> {
  switch (field) {
    case "generation":
    case "quake":
    case "social":
      return readWord(field, column, text);
    case "paymentStartsOn": {
      const date = readDate(text);
      return date === null ? { problem: problem("payment_start_invalid", column) } : { value: date };
    }
    case "amount":
      return readAmount(column, text);
    default:
      return readText(column, text, MAX_CHARS[field]);
  }
}

function readWord(field: keyof typeof WORDS, column: string, text: string): Read<string> {
  const words: Record<string, string> = WORDS[field];
  const word = text.normalize("NFKC");
  if (Object.hasOwn(words, word)) return { value: words[word]! };
  const hint = `${
    Object.keys(words).slice(0, 2).map((known) => `「${known}」`).join("か")
  }を入力してください`;
  return { problem: problem("value_invalid", column, { hint }) };
}

function readText(column: string, text: string, max: number): Read<string> {
  let count = 0;
  for (const _ of text) count++;
  if (count > max) return { problem: problem("value_too_long", column, { count, max }) };
  if (/\p{Cc}/u.test(text)) {
    return { problem: problem("value_invalid", column, { hint: "改行などの制御文字を取り除いてください" }) };
  }
  return { value: text };
}

/**
 * Yen out of a cell: digits of either width, with or without commas after every third. A problem when it is anything
 * else or more than MAX_AMOUNT.
 */
export function readAmount(column: string, text: string): Read<number> {
  const plain = text.normalize("NFKC");
  const amount = /^(\d+|\d{1,3}(,\d{3})+)$/.test(plain) ? Number(plain.replaceAll(",", "")) : NaN;
  if (amount <= MAX_AMOUNT) return { value: amount };
  const hint = `0から${MAX_AMOUNT.toLocaleString("ja-JP")}までの数字で入力してください`;
  return { problem: problem("value_invalid", column, { hint }) };
}

/** YYYY-MM-DD out of 2017/04/01, 2017/4/1 or 2017-04-01; null where there is no such day. */
export function readDate(text: string): string | null {
  const match = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})$/.exec(text.normalize("NFKC"));
  if (!match) return null;
  const [, year, , month, day] = match;
  const date = `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  // 2026-02-30 parses nowhere or as the 2nd of March; either way it does not come back.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}

function problem(code: ReasonCode, column: string, params: ReasonParams = {}): CellProblem {
  return { code, params: { column, ...params } };
}
