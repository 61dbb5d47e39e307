import { type Reason, reason } from "./reason.ts";

/** The arithmetic of domain/tax. */
export const TAX = {
  no_tax_year: {
    ...reason(
      422,
      "計算できません",
      "{year}年分の税額表が登録されていません（計算できる年: {known}）",
      "対象の年を確認してください。新しい年分は、税額表の追加後に計算できます",
    ),
    common: "対象の年分の税額表が登録されていません",
  },
} satisfies Record<string, Reason>;
