import type { Page } from "../layout.ts";

/** How many rows a part has room for on a page. */
export function placesOf({ form }: Pick<Page, "form">, part: string): number {
  return form.parts.find(({ id }) => id === part)!.paperRows;
}
