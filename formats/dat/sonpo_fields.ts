import type { Layout } from "./layout.ts";

/**
 * 損保標準形式: the field map. OUR OWN ASSUMPTION, made without the real specification, which is not public
 * (docs/decisions/0010-dat-layout.md). Only this much is known: records of 100 bytes, twelve columns of 氏名コード at the
 * start of the second, filled up with spaces, and that there are 会社コード, 証券番号 and 保険料種別 of 生命 and 地震.
 * Whoever has the specification corrects this table; nothing else has to change.
 */
export const SONPO_FIELDS: Layout = {
  nameCode: { offset: 0, length: 12, kind: "text" },
  recordType: {
    offset: 12,
    length: 1,
    kind: "code",
    codes: { "1": "heading", "2": "contract", "9": "total" },
  },
  company: { offset: 13, length: 4, kind: "digits" },
  premiumKind: {
    offset: 17,
    length: 1,
    kind: "code",
    codes: {
      "1": "life_new",
      "2": "life_old",
      "3": "care",
      "4": "pension_new",
      "5": "pension_old",
      "6": "earthquake",
      "7": "old_long_term",
    },
  },
  policyNumber: { offset: 18, length: 15, kind: "text" },
  amount: { offset: 33, length: 9, kind: "digits" },
  holder: { offset: 42, length: 20, kind: "text", blank: true },
  beneficiary: { offset: 62, length: 20, kind: "text", blank: true },
  /** Years; 999: 終身. */
  period: { offset: 82, length: 3, kind: "digits", blank: true },
  paymentStartsOn: { offset: 85, length: 8, kind: "date" },
  // 93–99: spare.
};
