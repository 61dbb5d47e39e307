import type { Collected } from "../declaration/collected.ts";
import type { Figures } from "../declaration/computed/figures.ts";
import type { Residence, SelfYear } from "../declaration/self.ts";
import type { Company, Establishment } from "../master.ts";
import type { PrintedAddress } from "../tenant_settings.ts";
import type { TaxYear } from "../tax/mod.ts";

/** What a form needs beside what is collected. */
export interface FormContext {
  /** 西暦 of the adjustment. */
  year: number;
  /** 住所の印字設定. */
  printedAddress: PrintedAddress;
  /** 会社情報, and 事業所 of the employee; null: not copied from the master. */
  company: Company | null;
  establishment: Establishment | null;
}

/** What the parts of a form are made of. */
export interface Filling {
  collected: Collected;
  context: FormContext;
  figures: Figures;
  /** The year whose incomes and people the form is about. */
  which: "thisYear" | "nextYear";
  /** The table of that year. */
  tax: TaxYear;
  /** Where the employee lives, as this form prints it. */
  residence: Residence;
}

/** 住民票住所 of a year; where that was not said 現住所. */
export function registeredOf({ registered, home }: SelfYear): Residence {
  return registered.address ? registered : home;
}

/**
 * The residence that 扶養控除等申告書 and 基・配・所 print (住所の印字設定; reference/form-fields.md §2): `which` is the year
 * of the form.
 */
export function printedResidence(
  { self }: Collected["declaration"],
  setting: PrintedAddress,
  which: "thisYear" | "nextYear",
): Residence {
  const inJanuary = setting === "registered_january" || setting === "current_january";
  const year = self[inJanuary ? "nextYear" : which];
  return setting === "registered" || setting === "registered_january" ? registeredOf(year) : year.home;
}
