import type { Locator, Page } from "playwright-core";

/** True where this has the focus. */
export function isFocused(what: Locator): Promise<boolean> {
  return what.evaluate((element) => element === document.activeElement);
}

/** Presses Tab until this has the focus: whatever is reached so is reached by everybody. */
export async function tabTo(page: Page, what: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if (await isFocused(what)) return;
    await page.keyboard.press(key);
  }
  throw new Error("the focus never came there");
}
