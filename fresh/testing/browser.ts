import { type Browser, chromium, type Page } from "playwright-core";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where Chromium is, or null. With `CI=true` a machine without it is a failure. */
export function chromiumPath(): string | null {
  const wanted = Deno.env.get("CHROMIUM");
  for (const path of wanted ? [wanted] : PATHS) {
    try {
      if (Deno.statSync(path).isFile) return path;
    } catch {
      continue;
    }
  }
  if (Deno.env.get("CI") === "true") throw new Error("The browser tests need Chromium");
  return null;
}

/** A page that was opened, and everything that went wrong in it. */
export interface OpenPage {
  page: Page;
  problems: string[];
}

/** Runs `test` with a browser that is closed afterwards. */
export async function withBrowser(test: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath: chromiumPath()!, args: FLAGS });
  try {
    await test(browser);
  } finally {
    await browser.close();
  }
}

/** Opens `address` and notes what the page logs as an error, CSP violations included. */
export async function openPage(browser: Browser, address: string): Promise<OpenPage> {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  await page.goto(address);
  return { page, problems };
}
