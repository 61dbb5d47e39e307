import { z } from "zod";

/** An address as the master (基本機能) and the forms write it. */
export const addressSchema = z.object({
  /** 郵便番号 with its hyphen, "" when unknown. */
  zip: z.string(),
  prefecture: z.string(),
  city: z.string(),
  /** 丁目・番地. */
  street: z.string(),
  /** 建物名・部屋番号. */
  building: z.string(),
  /** ヨミガナ of the whole. */
  kana: z.string(),
  /** 国コード of an address abroad, such as USA; "" in Japan. */
  country: z.string().default(""),
});
export type Address = z.infer<typeof addressSchema>;
