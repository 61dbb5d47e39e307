import { z } from "zod";

/** The most characters that a declaration holds of each kind of text. Forms refuse more, what the master has more is cut. */
export const TEXT_LIMITS = {
  /** 姓, 名 and their ヨミガナ. */
  name: 50,
  /** 氏名 of a 世帯主, a company, a school. */
  title: 100,
  /** 続柄, 家族コード, codes. */
  word: 30,
  /** A line of an address. */
  line: 100,
  /** ヨミガナ of a whole address, an address in one line. */
  long: 200,
} as const;
export type TextLimit = keyof typeof TEXT_LIMITS;

/** The highest amount that a declaration holds, yen. */
export const MOST_YEN = 9_999_999_999;

/** A text of at most so many characters; "" where nothing is said. */
export function text(limit: TextLimit) {
  return z.string().max(TEXT_LIMITS[limit]);
}

/** A stable id. */
export const idSchema = z.string().min(1).max(100);

/** Yen of a year, never negative; null: not said. */
export const yenSchema = z.number().int().min(0).max(MOST_YEN).nullable();

/** YYYY-MM-DD; null: not said. */
export const daySchema = z.string().max(10).nullable();

/** はい or いいえ; null: not answered. */
export const answerSchema = z.boolean().nullable();

/** An address as `Address` of domain/address.ts has it, its texts limited. */
export const declaredAddressSchema = z.object({
  zip: text("word"),
  prefecture: text("word"),
  city: text("line"),
  street: text("line"),
  building: text("line"),
  kana: text("long"),
  country: text("word"),
});
