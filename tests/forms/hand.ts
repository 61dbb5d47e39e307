import type { Collected } from "../../domain/declaration/collected.ts";
import { allBoxes, boxesOf, type Form, type FormContext } from "../../domain/forms/mod.ts";
import type { DocumentKind } from "../../domain/request.ts";
import type { PrintedAddress } from "../../domain/tenant_settings.ts";
import { address } from "./shapes.ts";

/**
 * What a person expects in the boxes of a form: part or row → box → text. A box that is not here is blank, so each table
 * says what stands in every box of its form.
 */
export type Expected = Record<string, Record<string, string>>;

/** A form of somebody, as the adjustment of `year` (西暦) makes it. */
export interface HandForm {
  year: number;
  document: DocumentKind;
  /** What it is called, with its 年分. */
  title: string;
  boxes: Expected;
}

/** Somebody with what they declare and what their forms must say. */
export interface HandPerson {
  /** Tells them from the others, and their pictures. */
  name: string;
  collected: Collected;
  /** 住所の印字設定; 12月末の住民票住所 unless given. */
  printedAddress?: PrintedAddress;
  forms: HandForm[];
}

/** A ticked box. */
export const ON = "該当";
/** A 個人番号 that is not printed. */
export const HIDDEN = "＊＊＊＊＊＊＊＊＊＊＊＊";

const OFFICE: Omit<FormContext, "year" | "printedAddress"> = {
  company: {
    name: "みなと食品株式会社",
    representative: "港 太郎",
    representativeKana: "ミナト タロウ",
    corporateNumber: "7010401000001",
  },
  establishment: {
    sourceId: "shiba",
    name: "本社",
    taxOffice: "芝",
    payerAddress: address("105-0011", "東京都", "港区", "芝公園1-2-3", "みなとビル8階"),
  },
};

/** The boxes of the head that say who pays, the same for everybody. */
export const PAYER = {
  tax_office: "芝",
  payer: "みなと食品株式会社",
  corporate_number: "7010401000001",
  payer_address: "〒105-0011 東京都港区芝公園1-2-3 みなとビル8階",
};

/** Titles of the two forms that most people have. */
export const DEPENDANTS = (year: string) => `${year}分 給与所得者の扶養控除等（異動）申告書`;
export const BASIC = (year: string) =>
  `${year}分 給与所得者の基礎控除申告書 兼 配偶者控除等申告書 兼 特定親族特別控除申告書 兼 所得金額調整控除申告書`;
export const INSURANCE = (year: string) => `${year}分 給与所得者の保険料控除申告書`;

/** The form as the code fills it. */
export function formOf({ collected, printedAddress = "registered" }: HandPerson, form: HandForm): Form {
  return boxesOf(form.document, collected, { ...OFFICE, year: form.year, printedAddress });
}

/** The boxes of a form that are not blank, by id. */
export function filledBoxes(form: Form): Record<string, string> {
  return Object.fromEntries(
    allBoxes(form).filter(({ value }) => value !== "").map(({ id, value }) => [id, value]),
  );
}

/** The same of what is expected. */
export function expectedBoxes({ boxes }: HandForm): Record<string, string> {
  return Object.fromEntries(
    Object.entries(boxes).flatMap(([place, values]) =>
      Object.entries(values).map(([box, value]) => [`${place}.${box}`, value])
    ),
  );
}
