import type { Form } from "../domain/forms/mod.ts";
import type { Paper } from "./paper.ts";

/** One of the pages of a form. */
export interface Page {
  paper: Paper;
  form: Form;
  /** From 0. Pages after the first go on with rows that had no room. */
  n: number;
  /** The title of the form, with the number of the page where there are several. */
  title: string;
  /** The id of the row in the `place`-th place, from 0, of a part: of the box `name` in it, `${id}.${name}`. */
  row(part: string, place: number): string;
  /** A sentence in place of 個人番号 that are not printed (reference/screens.md §6.7); null: none. */
  numberNote: string | null;
}

/** The number of a row by its id, from 1 and through all pages. */
export function rowNumber(id: string): string {
  return id.split(".").at(-1)!;
}

/** How a form of one kind lies on paper. */
export interface Layout {
  landscape: boolean;
  draw(page: Page): void;
}
