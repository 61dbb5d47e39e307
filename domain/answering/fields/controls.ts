import { isDate } from "../../deadline.ts";
import { MOST_YEN, TEXT_LIMITS, type TextLimit } from "../../declaration/fields.ts";
import { writtenText } from "../../text.ts";
import { type Fields, oneOf } from "./fields.ts";
import type { Choice, Control } from "./view.ts";

/** What several kinds of field have in common. */
export interface FieldOptions {
  required?: boolean;
  note?: string;
}

/** Why a text cannot be taken: 原因。対処。 */
export interface Unreadable {
  problem: string;
}

/** 原因。対処。 of a field that has to be filled in, or chosen. */
const EMPTY = "入力されていません。入力してください。";
const UNCHOSEN = "選択されていません。いずれかを選択してください。";

interface Single<V> extends FieldOptions {
  label: string;
  control: Control;
  show(value: V): string;
  /** Of a text that is not empty. */
  parse(text: string): V | Unreadable;
  empty: V;
}

/** One control for the item `key`. */
function single<K extends string, V>(key: K, field: Single<V>): Fields<Record<K, V>> {
  const { label, control, required = false, note, show, parse, empty } = field;
  const missing = control.kind === "radio" || control.kind === "select" ? UNCHOSEN : EMPTY;
  return {
    views: [{ view: "control", name: key, label, control, required, ...(note && { note }) }],
    texts: (value) => [[key, show(value[key])]],
    read(value, sent, wrong) {
      const text = oneOf(sent, key).trim();
      if (text === "") {
        if (required) wrong(key, missing);
        return { ...value, [key]: empty };
      }
      const parsed = parse(text);
      if (!isUnreadable(parsed)) return { ...value, [key]: parsed };
      wrong(key, parsed.problem);
      return value;
    },
  };
}

function isUnreadable(value: unknown): value is Unreadable {
  return typeof value === "object" && value !== null && "problem" in value;
}

/** A line of text. */
export function text<K extends string>(key: K, label: string, limit: TextLimit, options: FieldOptions = {}) {
  return single<K, string>(key, {
    ...options,
    label,
    control: { kind: "text", max: TEXT_LIMITS[limit] },
    show: (value) => value,
    parse: (written) => lineOf(written, TEXT_LIMITS[limit]),
    empty: "",
  });
}

/** A line as it is stored. Limits of what is stored count UTF-16 units, as zod does. */
function lineOf(written: string, max: number): string | Unreadable {
  const { data, error } = writtenText({ max, oneLine: true }).safeParse(written);
  if (error) return { problem: error.issues[0]!.message };
  if (data.length <= max) return data;
  return { problem: `文字数が上限を超えています。${max}文字以内にしてください。` };
}

/** ヨミガナ of a name, in カタカナ: half-width and ひらがな become it. */
export function kana<K extends string>(key: K, label: string, options: FieldOptions = {}) {
  return single<K, string>(key, {
    ...options,
    label,
    control: { kind: "text", max: TEXT_LIMITS.name },
    show: (value) => value,
    parse: (written) => {
      const katakana = written.normalize("NFKC").replace(
        /[ぁ-ゖ]/g,
        (one) => String.fromCharCode(one.charCodeAt(0) + 0x60),
      );
      if (!/^[\p{sc=Katakana}ー・゠\s]+$/u.test(katakana)) {
        return { problem: "カタカナ以外の文字があります。カタカナで入力してください。" };
      }
      return lineOf(katakana, TEXT_LIMITS.name);
    },
    empty: "",
  });
}

/** 郵便番号 of 7 digits, stored with its hyphen. */
export function zip<K extends string>(key: K, options: FieldOptions = {}) {
  return single<K, string>(key, {
    ...options,
    label: "郵便番号",
    control: { kind: "text", max: 10 },
    show: (value) => value,
    parse: (written) => {
      const digits = written.normalize("NFKC").replace(/[-‐‑–—―ー−\s〒]/g, "");
      if (/^\d{7}$/.test(digits)) return `${digits.slice(0, 3)}-${digits.slice(3)}`;
      return { problem: "郵便番号の形式が正しくありません。7桁の数字で入力してください（例：100-0001）。" };
    },
    empty: "",
  });
}

/** A date; null: not said. */
export function day<K extends string>(key: K, label: string, options: FieldOptions = {}) {
  return single<K, string | null>(key, {
    ...options,
    label,
    control: { kind: "date" },
    show: (value) => value ?? "",
    parse: (written) => {
      const date = written.normalize("NFKC").replaceAll("/", "-");
      if (isDate(date) && date >= "1868-01-01") return date;
      return { problem: "日付が正しくありません。実在する日付を入力してください（例：2026-04-01）。" };
    },
    empty: null,
  });
}

/** Yen; null: not said. */
export function yen<K extends string>(key: K, label: string, options: FieldOptions = {}) {
  return single<K, number | null>(key, {
    ...options,
    label,
    control: { kind: "number", unit: "円" },
    show: (value) => value === null ? "" : String(value),
    parse: (written) => {
      const digits = plainNumber(written);
      if (/^\d{1,10}$/.test(digits) && Number(digits) <= MOST_YEN) return Number(digits);
      return { problem: "金額が正しくありません。0以上の整数（円）で入力してください。" };
    },
    empty: null,
  });
}

/** A share of 0 to 100 % with at most 4 decimals, or an area of at most 2; null: not said. */
export function measure<K extends string>(
  key: K,
  label: string,
  unit: "%" | "㎡",
  options: FieldOptions = {},
) {
  const [most, pattern, example] = unit === "%"
    ? [100, /^\d{1,3}(\.\d{1,4})?$/, "0から100までの数字（小数第4位まで）"] as const
    : [99_999.99, /^\d{1,5}(\.\d{1,2})?$/, "数字（小数第2位まで）"] as const;
  return single<K, number | null>(key, {
    ...options,
    label,
    control: { kind: "number", unit },
    show: (value) => value === null ? "" : String(value),
    parse: (written) => {
      const digits = plainNumber(written);
      if (pattern.test(digits) && Number(digits) <= most) return Number(digits);
      return { problem: `数値が正しくありません。${example}で入力してください。` };
    },
    empty: null,
  });
}

function plainNumber(written: string): string {
  return written.normalize("NFKC").replace(/[,\s¥\\円%㎡]|m2$/g, "");
}

/** はい or いいえ; null: not answered. */
export function yesNo<K extends string>(
  key: K,
  label: string,
  options: FieldOptions & { yes?: string; no?: string } = {},
) {
  const { yes = "はい", no = "いいえ", required = true, ...rest } = options;
  return single<K, boolean | null>(key, {
    ...rest,
    required,
    label,
    control: { kind: "radio", options: [{ value: "yes", label: yes }, { value: "no", label: no }] },
    show: (value) => value === null ? "" : value ? "yes" : "no",
    parse: (sent) => sent === "yes" ? true : sent === "no" ? false : { problem: UNCHOSEN },
    empty: null,
  });
}

/** Stored name → label as choices, in their order. */
export function choicesOf(labels: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

interface ChoiceOptions extends FieldOptions {
  /** More than a few: a list to open. */
  look?: "radio" | "select";
}

/** One of several; null: not said. */
export function choice<K extends string, V extends string>(
  key: K,
  label: string,
  labels: Readonly<Record<V, string>>,
  { look = "radio", ...options }: ChoiceOptions = {},
) {
  const entries = choicesOf(labels);
  const blank = look === "select" ? [{ value: "", label: "選択してください" }] : [];
  return single<K, V | null>(key, {
    ...options,
    label,
    control: { kind: look, options: [...blank, ...entries] },
    show: (value) => value !== null && Object.hasOwn(labels, value) ? value : "",
    parse: (sent) => Object.hasOwn(labels, sent) ? sent as V : { problem: UNCHOSEN },
    empty: null,
  });
}

/** One of several that is never open: what is not among them is refused. */
export function oneOfThese<K extends string, V extends string>(
  key: K,
  label: string,
  labels: Readonly<Record<V, string>>,
  options: ChoiceOptions = {},
): Fields<Record<K, V>> {
  // A required choice never reads as null.
  return choice(key, label, labels, { ...options, required: true }) as unknown as Fields<Record<K, V>>;
}

/** A text that is one of a list; "" where nothing is chosen. */
export function listed<K extends string>(
  key: K,
  label: string,
  values: readonly string[],
  options: FieldOptions = {},
) {
  const entries = values.map((value) => ({ value, label: value }));
  return single<K, string>(key, {
    ...options,
    label,
    control: { kind: "select", options: [{ value: "", label: "選択してください" }, ...entries] },
    show: (value) => values.includes(value) ? value : "",
    parse: (sent) => values.includes(sent) ? sent : { problem: UNCHOSEN },
    empty: "",
  });
}

const TICKED = "1";

/** One box to tick. */
export function tick<K extends string>(
  key: K,
  label: string,
  options: { note?: string } = {},
): Fields<Record<K, boolean>> {
  return {
    views: [{
      view: "control",
      name: key,
      label: "",
      control: { kind: "ticks", options: [{ value: TICKED, label }] },
      required: false,
      ...options,
    }],
    texts: (value) => value[key] ? [[key, TICKED]] : [],
    read: (value, sent) => ({ ...value, [key]: oneOf(sent, key) === TICKED }),
  };
}

/** Any of several. */
export function ticks<K extends string, V extends string>(
  key: K,
  label: string,
  labels: Readonly<Record<V, string>>,
): Fields<Record<K, V[]>> {
  return {
    views: [{
      view: "control",
      name: key,
      label,
      control: { kind: "ticks", options: choicesOf(labels) },
      required: false,
    }],
    texts: (value) => value[key].map((one) => [key, one]),
    read: (value, sent) => {
      const chosen = new Set(sent.get(key));
      return { ...value, [key]: (Object.keys(labels) as V[]).filter((one) => chosen.has(one)) };
    },
  };
}
