import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import type { App } from "./app.ts";
import { PASSWORD } from "./client.ts";
import { chromiumPath } from "./programs.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium reports every answer of 400 and more; refusals are what some tests are about. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d /;

/** How a page is opened. */
export interface PageOptions {
  /** Name or e-mail of the account; null: nobody signs in. */
  as: string | null;
  /** Without port. */
  host?: string;
  javaScript?: boolean;
  viewport?: { width: number; height: number };
  /** For tools that have to run a script of their own in the page. */
  bypassContentPolicy?: boolean;
}

/** A window on the app; leaving it fails when the page reported anything wrong. */
export interface Window extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console and the page's scripts complained of. */
  readonly complaints: string[];
}

/** Starts Chromium with a profile of its own. */
export function launch(): Promise<Browser> {
  if (chromiumPath === null) {
    throw new Error("no Chromium: declare the test with `ignore: chromiumPath === null`");
  }
  return chromium.launch({ executablePath: chromiumPath, args: FLAGS, headless: true });
}

/** Opens a window in a context of its own, signed in through the sign-in page. */
export async function open(browser: Browser, app: App, options: PageOptions): Promise<Window> {
  const { as, host = "localhost", javaScript = true, viewport = { width: 1280, height: 900 } } = options;
  const context = await browser.newContext({
    baseURL: `http://${host}:${app.port}`,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    javaScriptEnabled: javaScript,
    bypassCSP: options.bypassContentPolicy ?? false,
    viewport,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const bad = message.type() === "error" || message.type() === "warning";
    if (bad && !REFUSED.test(message.text())) complaints.push(message.text());
  });
  if (as !== null) await signInThroughPage(page, as);
  return {
    page,
    context,
    complaints,
    async [Symbol.asyncDispose]() {
      await context.close();
      if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join("\n")}`);
    },
  };
}

async function signInThroughPage(page: Page, who: string) {
  await page.goto("/login");
  await page.getByLabel("メールアドレスまたは社員番号").fill(
    who.includes("@") ? who : `${who}@sample.example`,
  );
  await page.getByLabel("パスワード").fill(PASSWORD);
  await page.getByRole("button", { name: "サインイン" }).click();
  // An employee without rights in the back office lands on the own page.
  await page.waitForURL((url) => url.pathname === "/" || url.pathname === "/my");
}
