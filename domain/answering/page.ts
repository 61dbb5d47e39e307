import type { Collected } from "../declaration/collected.ts";
import { type Declaration, type DeclarationSection, withSection } from "../declaration/declaration.ts";
import type { HousingLoan } from "../housing_loan.ts";
import type { RelationEntry } from "../master.ts";
import { at } from "./fields/branches.ts";
import type { Fields } from "./fields/fields.ts";
import type { ItemList } from "./item_list.ts";
import { NEW_LOAN } from "./pages/housing_loan.ts";

/** What a page asks about: the answers so far, and what can be chosen. */
export interface Asking {
  /** 西暦. */
  year: number;
  /** 続柄 of the company. */
  relations: readonly RelationEntry[];
  collected: Collected;
}

/** A page of the questionnaire: fields, lists, or both. */
export interface AnswerPage {
  /** Its word in the address. */
  id: string;
  section: DeclarationSection;
  title: string;
  /** The 設問 that 回答履歴 always says something of once the page was saved. */
  question: number;
  /** True where what was answered before leads here. */
  applies(asking: Asking): boolean;
  fields(asking: Asking): Fields<Collected>;
  lists: readonly ItemList[];
}

/** Fields of a section of the declaration. */
export function inSection<S extends DeclarationSection>(
  section: S,
  fields: Fields<Declaration[S]>,
): Fields<Collected> {
  return at<Collected, Declaration[S]>(
    "",
    ({ declaration }) => declaration[section],
    (collected, next) => ({ ...collected, declaration: withSection(collected.declaration, section, next) }),
    [fields],
  );
}

/** Fields of the housing loan, one about which nothing is said where there is none. */
export function inLoan(fields: Fields<HousingLoan>): Fields<Collected> {
  return at<Collected, HousingLoan>(
    "",
    ({ housingLoan }) => housingLoan ?? NEW_LOAN,
    (collected, housingLoan) => ({ ...collected, housingLoan }),
    [fields],
  );
}
