import type { Browser } from "playwright-core";
import { type App, type AppOptions, startApp } from "./app.ts";
import { launch } from "./browser.ts";
import { chromiumPath } from "./programs.ts";

/** One app for all tests of a module, started before the first and ended after the last. */
export function sharedApp(options: AppOptions = {}): { readonly app: App } {
  let app: App | undefined;
  Deno.test.beforeAll(async () => {
    app = await startApp(options);
  });
  Deno.test.afterAll(async () => {
    await app?.[Symbol.asyncDispose]();
  });
  return {
    get app() {
      if (!app) throw new Error("the app has not been started");
      return app;
    },
  };
}

/** One browser for all tests of a module; where there is none its tests must be ignored. */
export function sharedBrowser(): { readonly browser: Browser } {
  let browser: Browser | undefined;
  Deno.test.beforeAll(async () => {
    if (chromiumPath !== null) browser = await launch();
  });
  Deno.test.afterAll(async () => {
    await browser?.close();
  });
  return {
    get browser() {
      if (!browser) throw new Error("the browser has not been started");
      return browser;
    },
  };
}
