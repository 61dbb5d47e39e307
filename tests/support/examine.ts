import { deepStrictEqual, ok } from "node:assert/strict";
import type { Page } from "playwright-core";

/** The smaller of the two files that axe comes in: it goes to the browser for every page that is examined. */
const AXE = await Deno.readTextFile(new URL(import.meta.resolve("axe-core/axe.min.js")));

/** Of axe's rules those whose answer the width of the window can change. */
const OF_LAYOUT = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

/** What axe finds on the page as it stands must be nothing, and nothing makes it scroll sideways. */
export async function examine(page: Page, where: string, rules?: string[]): Promise<void> {
  if (!await page.evaluate(() => "axe" in globalThis)) await page.evaluate(AXE);
  const found = await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, {
      resultTypes: ["violations"],
      ...(rules && { runOnly: { type: "rule", values: rules } }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n  ")}`);
  }, rules);
  deepStrictEqual(found, [], where);
  await examineWidth(page, where);
}

/** Nothing makes the page scroll sideways. */
export async function examineWidth(page: Page, where: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  ok(overflow <= 0, `${where} is ${overflow} px too wide`);
}

/** What a width can change, of a page that was examined at another one. */
export function examineLayout(page: Page, where: string): Promise<void> {
  return examine(page, where, OF_LAYOUT);
}
