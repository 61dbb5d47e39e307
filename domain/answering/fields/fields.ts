import type { View } from "./view.ts";

/** What the controls of a form hold, by name: one text, or of ticks any number. */
export type Texts = ReadonlyMap<string, readonly string[]>;

/** Tells of a field that cannot be taken. @param message 原因。対処。 */
export type Wrong = (name: string, message: string) => void;

/**
 * Some fields of a form over values like T: what they show of a value, and what the value is once they were sent. Fields
 * that somebody did not see (of a branch that is closed) are not read.
 */
export interface Fields<in T> {
  views: readonly View[];
  texts(value: T): [name: string, text: string][];
  /** The value with what was sent. Where `wrong` is called the answer must not be used. */
  read<U extends T>(value: U, sent: Texts, wrong: Wrong): U;
}

/** What a form shows of a value. */
export function textsOf<T>(fields: Fields<T>, value: T): Texts {
  return textMap(fields.texts(value));
}

/** Texts by name, in their order. */
export function textMap(pairs: Iterable<[string, string]>): Texts {
  const texts = new Map<string, string[]>();
  for (const [name, text] of pairs) texts.set(name, [...texts.get(name) ?? [], text]);
  return texts;
}

/** The one text of a control; "" where nothing was sent. */
export function oneOf(sent: Texts, name: string): string {
  return sent.get(name)?.[0] ?? "";
}

/** What reading a form came to: the value, or what is wrong by field. */
export type Read<T> = { value: T } | { errors: ReadonlyMap<string, string> };

/** Reads a whole form. */
export function readFields<T>(fields: Fields<T>, value: T, sent: Texts): Read<T> {
  const errors = new Map<string, string>();
  const next = fields.read(value, sent, (name, message) => {
    if (!errors.has(name)) errors.set(name, message);
  });
  return errors.size === 0 ? { value: next } : { errors };
}

/** Fields one after the other; a later one finds what an earlier one read. */
export function all<T>(...parts: readonly Fields<T>[]): Fields<T> {
  return {
    views: parts.flatMap(({ views }) => views),
    texts: (value) => parts.flatMap((part) => part.texts(value)),
    read: (value, sent, wrong) => parts.reduce((next, part) => part.read(next, sent, wrong), value),
  };
}
