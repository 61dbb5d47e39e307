import { alikeValues } from "./canonical.ts";
import { all, type Fields, oneOf, type Texts, type Wrong } from "./fields.ts";
import { type Choice, type ControlView, prefixed, type View } from "./view.ts";

/** 設問 `number` with what belongs to it. */
export function question<T>(number: number, ...parts: readonly Fields<T>[]): Fields<T> {
  return shownAs(all(...parts), (views) => [{ view: "question", number, views }]);
}

/** Fields under a heading of their own. */
export function block<T>(legend: string, ...parts: readonly Fields<T>[]): Fields<T> {
  return shownAs(all(...parts), (views) => [{ view: "block", legend, views }]);
}

function shownAs<T>(fields: Fields<T>, views: (of: readonly View[]) => View[]): Fields<T> {
  return { ...fields, views: views(fields.views) };
}

/** Sentences to read. */
export function note(...lines: readonly string[]): Fields<unknown> {
  return { views: [{ view: "note", lines }], texts: () => [], read: (value) => value };
}

/** Fields of the item `key`; their names begin with its name. */
export function within<K extends string, V>(
  key: K,
  ...parts: readonly Fields<V>[]
): Fields<Record<K, V>> {
  return at<Record<K, V>, V>(key, (value) => value[key], (value, next) => ({ ...value, [key]: next }), parts);
}

/** Fields of a part that `get` finds and `put` stores; their names begin with `prefix`. */
export function at<T, V>(
  prefix: string,
  get: (value: T) => V,
  put: (value: T, next: V) => T,
  parts: readonly Fields<V>[],
): Fields<T> {
  const inner = all(...parts);
  const begin = prefix === "" ? "" : `${prefix}.`;
  return {
    views: prefixed(inner.views, begin),
    texts: (value) => inner.texts(get(value)).map(([name, text]) => [begin + name, text]),
    read: <U extends T>(value: U, sent: Texts, wrong: Wrong) =>
      put(
        value,
        inner.read(
          get(value),
          withoutPrefix(sent, begin),
          (name, message) => wrong(begin + name, message),
        ),
      ) as U,
  };
}

function withoutPrefix(sent: Texts, begin: string): Texts {
  if (begin === "") return sent;
  return new Map(
    [...sent].flatMap(([name, texts]) => name.startsWith(begin) ? [[name.slice(begin.length), texts]] : []),
  );
}

/** Fields with a check of what they come to; what is wrong is told at one of them. */
export function checked<T>(
  fields: Fields<T>,
  check: (value: T) => { name: string; message: string } | null,
): Fields<T> {
  return {
    ...fields,
    read(value, sent, wrong) {
      const next = fields.read(value, sent, wrong);
      const problem = check(next);
      if (problem) wrong(problem.name, problem.message);
      return next;
    },
  };
}

/** Where an answer leads. */
export interface AskedWay<T> {
  /** The choices that lead here. */
  opens: readonly string[];
  then: readonly Fields<T>[];
  /** What the fields are while they are closed. */
  closed: Partial<T>;
}

/** A choice that opens fields. */
export interface Asked<T> extends AskedWay<T> {
  /** One field, a radio. */
  ask: Fields<T>;
}

/** Asks more where one of `opens` is chosen, and forgets what is not asked. */
export function asked<T>({ ask, ...way }: Asked<T>): Fields<T> {
  return askedWays(ask, [way]);
}

/** Asks more, and by the answer something else. */
export function askedWays<T>(ask: Fields<T>, ways: readonly AskedWay<T>[]): Fields<T> {
  const control = askedControl(ask);
  const inner = ways.map(({ opens, then, closed }) => ({ opens, closed, fields: all(...then) }));
  return {
    views: [{
      view: "branch",
      ask: control,
      ways: inner.map(({ opens, fields: { views } }) => ({ opens, views })),
    }],
    texts: (value) => [...ask.texts(value), ...inner.flatMap(({ fields }) => fields.texts(value))],
    read(value, sent, wrong) {
      const next = ask.read(value, sent, wrong);
      const answer = oneOf(sent, control.name);
      const open = inner.find(({ opens }) => opens.includes(answer));
      const forgotten = inner.filter((way) => way !== open).reduce(
        (left, { closed }) => ({ ...left, ...closed }),
        next,
      );
      return open ? open.fields.read(forgotten, sent, wrong) : forgotten;
    },
  };
}

function askedControl({ views }: Fields<never>): ControlView {
  const [view] = views;
  if (views.length !== 1 || view?.view !== "control" || view.control.kind !== "radio") {
    throw new Error("a branch is asked for by one radio");
  }
  return view;
}

/** Whether there is something, asked by a radio whose answer the value itself says. */
export interface Whether<T> {
  name: string;
  label: string;
  yes?: string;
  no?: string;
  note?: string;
  is(value: T): boolean;
  /** The value as the fields begin with it. */
  open(value: T): T;
  /** The value where there is none. */
  shut(value: T): T;
  /** Which of the two opens the fields. */
  opens?: "yes" | "no";
  then: readonly Fields<T>[];
}

/** Asks whether there is something, and then for it. */
export function whether<T>(of: Whether<T>): Fields<T> {
  const { name, label, yes = "はい", no = "いいえ", is, open, shut, opens = "yes", then } = of;
  const inner = all(...then);
  const options: Choice[] = [{ value: "yes", label: yes }, { value: "no", label: no }];
  const ask: ControlView = {
    view: "control",
    name,
    label,
    control: { kind: "radio", options },
    required: true,
    ...(of.note && { note: of.note }),
  };
  return {
    views: [{ view: "branch", ask, ways: [{ opens: [opens], views: inner.views }] }],
    // Also what is closed: whoever opens it finds what is known.
    texts: (value) => [[name, is(value) ? "yes" : "no"], ...inner.texts(value)],
    read: <U extends T>(value: U, sent: Texts, wrong: Wrong) => {
      const answer = oneOf(sent, name);
      if (answer !== "yes" && answer !== "no") {
        wrong(name, "選択されていません。いずれかを選択してください。");
        return value;
      }
      const next = (answer === "yes" ? open(value) : shut(value)) as U;
      return answer === opens ? inner.read(next, sent, wrong) : next;
    },
  };
}

/** Asks whether the item `key` is there (null: it is not), and for what it holds. */
export function optional<K extends string, V>(
  key: K,
  options: { label: string; note?: string; yes?: string; no?: string; blank: V },
  ...parts: readonly Fields<V>[]
): Fields<Record<K, V | null>> {
  const { blank, ...rest } = options;
  type T = Record<K, V | null>;
  return whether<T>({
    ...rest,
    name: key,
    is: (value) => value[key] !== null,
    open: (value) => ({ ...value, [key]: value[key] ?? blank }),
    shut: (value) => ({ ...value, [key]: null }),
    then: [
      at<T, V>(key, (value) => value[key] ?? blank, (value, next) => ({ ...value, [key]: next }), parts),
    ],
  });
}

/**
 * Asks whether the items `keys` of `to` are as those of `from`, and for them where they are not: 来年 like 今年, 住民票住所
 * like 現住所.
 */
export function sameAs<F extends string, G extends string, V extends object>(
  { from, to, label, keys, yes, no, missing = () => false }: {
    from: F;
    to: G;
    label: string;
    keys: readonly (keyof V)[];
    yes: string;
    no: string;
    /** True for what nobody said anything of: it counts as the same. */
    missing?(part: V): boolean;
  },
  ...parts: readonly Fields<V>[]
): Fields<Record<F | G, V>> {
  type T = Record<F | G, V>;
  const part = (value: T, of: F | G): V => value[of];
  return whether<T>({
    name: `${to}.same`,
    label,
    yes,
    no,
    opens: "no",
    is: (value) =>
      missing(part(value, to)) ||
      keys.every((key) => alikeValues(part(value, from)[key], part(value, to)[key])),
    open: (value) => {
      const copied = Object.fromEntries(keys.map((key) => [key, part(value, from)[key]]));
      return { ...value, [to]: { ...part(value, to), ...copied } };
    },
    shut: (value) => value,
    then: [
      at<T, V>(to, (value) => part(value, to), (value, next) => ({ ...value, [to]: next }), parts),
    ],
  });
}
