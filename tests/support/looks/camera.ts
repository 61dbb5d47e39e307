import type { Locator, Page } from "playwright-core";

/** A desk and a phone, by the folder that their pictures lie in. */
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
export type Size = keyof typeof SIZES;

/** What a picture of a page shows of it at most, px: the rows of a list below that are like those above. */
const HIGHEST = 6_000;

/** Takes pictures into a folder of its own. */
export interface Camera {
  /** The whole page at this address, at both sizes. */
  page(page: Page, address: string): Promise<void>;
  /** What stands in the window now: `act` brings it about, once a size. Menus and dialogs hang on the window. */
  moment(page: Page, name: string, act: (size: Size) => Promise<void>): Promise<void>;
}

/** Pictures of `scene` go to `{folder}/{size}/{scene}-{number}-{name}.png`. */
export function cameraOf(folder: string, scene: string): Camera {
  let taken = 0;
  async function shoot(page: Page, size: Size, number: string, name: string, fullPage: boolean) {
    await Deno.mkdir(`${folder}/${size}`, { recursive: true });
    const path = `${folder}/${size}/${scene}-${number}-${name}.png`;
    const { width, height } = SIZES[size];
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = {
      x: 0,
      y: 0,
      width,
      height: fullPage ? Math.min(Math.max(whole, height), HIGHEST) : height,
    };
    await page.screenshot({ path, fullPage, clip, animations: "disabled" });
  }
  async function eachSize(page: Page, take: (size: Size, number: string) => Promise<void>) {
    const number = String(++taken).padStart(3, "0");
    for (const size of Object.keys(SIZES) as Size[]) {
      await page.setViewportSize(SIZES[size]);
      await take(size, number);
    }
  }
  return {
    page: (page, address) =>
      eachSize(page, async (size, number) => {
        await page.goto(address);
        await shoot(page, size, number, nameOf(address), true);
      }),
    moment: (page, name, act) =>
      eachSize(page, async (size, number) => {
        await act(size);
        await shoot(page, size, number, name, false);
      }),
  };
}

/** An address as a file name, without ids. */
function nameOf(address: string): string {
  const path = address.replace(/^https?:\/\/[^/]+/, "");
  const name = path.replaceAll(/[0-9A-Z]{26}/g, "").replaceAll(/[^\w-]+/g, "_").replaceAll(/^_|_$/g, "");
  return name.slice(0, 60) || "menu";
}

/** Opens what a button of the page opens. */
export async function press(page: Page, name: string): Promise<void> {
  const button: Locator = page.getByRole("button", { name, exact: true });
  await button.first().click();
}
