import type { Form } from "../domain/forms/mod.ts";
import type { DocumentKind } from "../domain/request.ts";
import type { Sheet } from "../formats/pdf/sheet.ts";
import { BASIC } from "./basic/mod.ts";
import { DEPENDANTS } from "./dependants/mod.ts";
import { HOUSING_LOAN } from "./housing_loan/mod.ts";
import { INSURANCE } from "./insurance/mod.ts";
import type { Layout } from "./layout.ts";
import { paperFor } from "./paper.ts";

const LAYOUTS: Record<DocumentKind, Layout> = {
  this_year_dependants: DEPENDANTS,
  next_year_dependants: DEPENDANTS,
  basic_spouse_adjustment: BASIC,
  insurance: INSURANCE,
  housing_loan: HOUSING_LOAN,
};

/** What is printed in the boxes of 個人番号. */
export interface NumberPrint {
  /** Twelve digits by the id of their box; the others show ＊ where the form names somebody. */
  digits: ReadonlyMap<string, string>;
  /** 書類へのマイナンバー印字 is ［印字しない］: 扶養控除等申告書 says in their place that the payer has them. */
  declared: boolean;
}

/** No number: for everybody but a 管理者. */
export const NO_NUMBERS: NumberPrint = { digits: new Map(), declared: false };

const DECLARED = "給与支払者に提供済みのマイナンバー（個人番号）と相違ありません";

/** The pages of a form: as many as its parts need for their rows. */
export function sheetsOf(form: Form, { digits, declared }: NumberPrint): Sheet[] {
  const { landscape, draw } = LAYOUTS[form.document];
  const count = Math.max(
    1,
    ...form.parts.map(({ rows, paperRows }) => rows.length / paperRows || 0).map(Math.ceil),
  );
  const size = new Map(form.parts.map(({ id, paperRows }) => [id, paperRows]));
  return Array.from({ length: count }, (_, n) => {
    const paper = paperFor(form, { n, landscape, digits });
    draw({
      paper,
      form,
      n,
      title: count === 1 ? form.title : `${form.title}（${n + 1}／${count}枚）`,
      row: (part, place) => `${part}.${n * (size.get(part) ?? 0) + place + 1}`,
      numberNote: declared && form.document.endsWith("_dependants") ? DECLARED : null,
    });
    return paper.sheet;
  });
}
