import type { Form } from "../../domain/forms/mod.ts";

/** A certified item: its letter (イロハ), what it is, and its box. */
export interface Item {
  letter: string;
  words: string;
  box: string;
}

/** What stands together, one below the other; `side` at its left edge. */
export interface Group {
  side: string;
  items: Item[];
}

/** The certificate: 新築又は購入 at the left, 増改築等 at the right, and below what is about both. */
export interface Certified {
  purchase: Group[];
  renovation: Item[];
  both: Item[];
}

const item = (letter: string, words: string, box: string): Item => ({ letter, words, box });

const KINDS = [
  item("", "特定取得の区分", "acquisition"),
  item("", "控除額適用区分", "application"),
];

const OLD: Certified = {
  purchase: [
    { side: "", items: [item("イ", "居住開始年月日", "i")] },
    {
      side: "家屋",
      items: [
        item("ロ", "取得対価の額", "ro"),
        item("ハ", "総床面積又は総面積", "ha"),
        item("ニ", "うち居住用部分の床面積\n又は面積", "ni"),
      ],
    },
    {
      side: "土地等",
      items: [
        item("ホ", "取得対価の額", "ho"),
        item("ヘ", "総床面積又は総面積", "he"),
        item("ト", "うち居住用部分の床面積\n又は面積", "to"),
      ],
    },
  ],
  renovation: [
    item("チ", "居住開始年月日", "chi"),
    item("リ", "増改築等の費用の額", "ri"),
    item("ヌ", "リのうち居住用部分の\n費用の額", "nu"),
    item("ル", "特定増改築等の費用の額", "ru"),
  ],
  both: [item("ヲ", "（参考）適用初年分の\n控除額", "wo"), ...KINDS],
};

const LATER: Certified = {
  purchase: [
    { side: "", items: [item("イ", "居住開始年月日", "i")] },
    {
      side: "家屋",
      items: [
        item("ロ", "取得対価の額", "ro"),
        item("ハ", "居住用割合", "ha"),
        item("ニ", "連帯債務割合", "ni"),
      ],
    },
    {
      side: "土地等",
      items: [
        item("ホ", "取得対価の額", "ho"),
        item("ヘ", "居住用割合", "he"),
        item("ト", "連帯債務割合", "to"),
      ],
    },
  ],
  renovation: [
    item("チ", "居住開始年月日", "chi"),
    item("リ", "増改築等の費用の額", "ri"),
    item("ヌ", "特定増改築等の費用の額", "nu"),
    item("ル", "居住用割合", "ru"),
    item("", "連帯債務割合", "renovation_debt"),
  ],
  both: [item("", "（参考）適用初年分の\n控除額", "first_year"), ...KINDS],
};

/** What is certified on a form. */
export function certifiedOf({ generation }: Form): Certified {
  return generation === "old" ? OLD : LATER;
}
