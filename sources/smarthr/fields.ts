import { z } from "zod";

/** Pieces of the API's records. The vendor's definition marks few fields as required: anything else may be null. */

/** Text; "" when it is not registered. */
export const text = z.string().nullish().transform((value) => value ?? "");

/** Text; null when it is not registered. */
export const textOrNull = z.string().nullish().transform((value) => value?.trim() ? value : null);

/** A day, YYYY-MM-DD. */
export const day = z.union([z.literal(""), z.iso.date()]).nullish().transform((value) => value || null);

/** Yes, no, or not registered. */
export const flag = z.boolean().nullish().transform((value) => value ?? null);

/** Yen; null when it is not registered. */
export const yen = z.number().int().nullish().transform((value) => value ?? null);

/** One of the vendor's words; null when it is not registered, or a word that came later than we. */
export function word<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words).nullish().catch(null).transform((value) => value ?? null);
}

/** Codes by which the vendor and its customers mean Japan (country_number is free text in the definition). */
const JAPAN = ["", "JP", "JPN", "392", "81", "日本"];

/** 住所; null when nothing of it is registered. */
export const address = z.object({
  country_number: text,
  zip_code: text,
  pref: text,
  city: text,
  street: text,
  building: text,
  literal_yomi: text,
}).nullish().transform((given) => {
  if (!given || !(given.zip_code || given.pref || given.city || given.street || given.building)) return null;
  return {
    zip: zipOf(given.zip_code),
    prefecture: given.pref,
    city: given.city,
    street: given.street,
    building: given.building,
    kana: given.literal_yomi,
    country: JAPAN.includes(given.country_number.toUpperCase()) ? "" : given.country_number,
  };
});

/** 1000001 → 100-0001; anything else stays. */
function zipOf(zip: string): string {
  return zip.replace(/^(\d{3})(\d{4})$/, "$1-$2");
}
