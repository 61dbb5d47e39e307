import { mountedOriginals } from "../../domain/mounted_originals.ts";
import type { Sheet } from "../../formats/pdf/sheet.ts";
import { mountingSheet } from "../../sheets/mounting/mod.ts";
import type { HandPerson } from "./hand.ts";
import { INSURED } from "./people/insured.ts";
import { LONG } from "./people/long.ts";

/** A 台紙, and what a person expects in each row of its table. */
interface HandMounting {
  person: HandPerson;
  sheets: Sheet[];
  /** 種別, 保険会社等, 保険等の種類, 証券番号 and 申告額, sheet by sheet. */
  rows: string[][][];
}

const WHOSE = { company: "みなと食品株式会社", establishment: "本社", group: "正社員", department: "営業部" };

function mountingOf({ collected }: HandPerson, code: string, name: string): Sheet[] {
  return mountingSheet({ ...WHOSE, code, name, items: mountedOriginals(collected) });
}

const life = (n: number) => ["一般の生命保険料（新）", `博多生命${n}号`, "終身", "", "40,000円"];
const OTHER = "小規模企業共済等掛金";

/** Every certificate of who has all kinds of insurance: of 国民健康保険 there is none. */
export const MOUNTED: HandMounting = {
  person: INSURED,
  sheets: mountingOf(INSURED, "000007", "小林 幸子"),
  rows: [
    [
      life(1),
      life(2),
      life(3),
      life(4),
      life(5),
      ["一般の生命保険料（旧）", "博多生命保険相互会社", "養老", "", "150,000円"],
      ["介護医療保険料", "東公園あんしん生命", "医療", "", "50,000円"],
      ["介護医療保険料", "東公園あんしん生命", "介護", "", "50,001円"],
      ["個人年金保険料（新）", "博多生命保険相互会社", "個人年金", "", "90,000円"],
      ["個人年金保険料（旧）", "博多生命保険相互会社", "個人年金", "", "120,000円"],
    ],
    [
      ["地震保険料（地震）", "玄海損害保険", "地震", "", "60,000円"],
      ["地震保険料（旧長期）", "玄海損害保険", "積立傷害", "", "30,000円"],
      ["社会保険料（国民年金・国民年金基金）", "日本年金機構", "国民年金", "", "210,120円"],
      [OTHER, "", "独立行政法人中小企業基盤整備機構の共済契約の掛金", "", "840,000円"],
      [OTHER, "", "企業型年金加入者掛金", "", "240,000円"],
      [OTHER, "", "心身障害者扶養共済制度に関する契約の掛金", "", "22,800円"],
      [OTHER, "", "個人型年金加入者掛金", "", "144,000円"],
    ],
  ],
};

/** As long as everything may be. */
export const LONG_MOUNTED: Sheet[] = mountingSheet({
  ...mountingWords("寿限無五劫の擦り切れ".repeat(10)),
  items: mountedOriginals(LONG.collected),
});

function mountingWords(words: string) {
  return {
    company: words,
    establishment: words,
    group: words,
    department: words,
    code: "A".repeat(30),
    name: words,
  };
}
