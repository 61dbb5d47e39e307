import type { Section } from "../questionnaire.ts";
import type { DeclarationSection } from "./declaration.ts";

/** The section of the questionnaire that asks for a section of the declaration. */
export const ASKED_IN: Readonly<Record<DeclarationSection, Section>> = {
  self: "本人",
  previousJob: "前職",
  spouse: "配偶者",
  family: "家族",
  income: "所得",
  insurance: "保険料控除",
  housingLoan: "住宅借入金",
};

/** The tab of 収集情報 that shows a section; 所得 stands under 本人情報 (reference/screens.md §4.6). */
export const TAB_LABELS: Readonly<Record<DeclarationSection, string>> = {
  self: "本人情報",
  previousJob: "前職情報",
  spouse: "配偶者情報",
  family: "扶養家族情報",
  income: "本人情報",
  insurance: "保険情報",
  housingLoan: "住宅借入金情報",
};
