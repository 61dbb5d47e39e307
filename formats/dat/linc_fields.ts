import type { Layout } from "./layout.ts";

/**
 * LINC形式: the field map. OUR OWN ASSUMPTION, made without the real specification, which is not public
 * (docs/decisions/0010-dat-layout.md). Only this much is known: records of 100 bytes, `21` at the start of the first,
 * a numeric zero-padded 氏名コード, and that there are 会社コード, 証券番号 and 保険料種別. Whoever has the
 * specification corrects this table; nothing else has to change.
 */
export const LINC_FIELDS: Layout = {
  recordType: { offset: 0, length: 2, kind: "code", codes: { "21": "contract", "29": "total" } },
  company: { offset: 2, length: 4, kind: "digits" },
  nameCode: { offset: 6, length: 10, kind: "digits" },
  premiumKind: {
    offset: 16,
    length: 1,
    kind: "code",
    codes: { "1": "life_new", "2": "life_old", "3": "care", "4": "pension_new", "5": "pension_old" },
  },
  policyNumber: { offset: 17, length: 15, kind: "text" },
  amount: { offset: 32, length: 9, kind: "digits" },
  holder: { offset: 41, length: 20, kind: "text", blank: true },
  beneficiary: { offset: 61, length: 20, kind: "text", blank: true },
  /** Years; 999: 終身. */
  period: { offset: 81, length: 3, kind: "digits", blank: true },
  paymentStartsOn: { offset: 84, length: 8, kind: "date" },
  // 92–99: spare.
};
