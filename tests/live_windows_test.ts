import { strictEqual } from "node:assert/strict";
import type { BrowserContext, Page, Request } from "playwright-core";
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { start } from "./support/jobs.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";
import { until } from "./support/until.ts";

/** More windows than a browser has connections. Nothing runs jobs here: what is accepted waits until it is stopped. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60", NENCHO_ROLE: "web" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

/** Asks which pages of a context have an event stream open now. */
function streamsOf(context: BrowserContext): () => Page[] {
  const pages: Page[] = [];
  const isStream = (request: Request) => new URL(request.url()).pathname === "/background-jobs/events";
  const pageOf = (request: Request) => request.frame().page();
  const ended = (request: Request) => isStream(request) && pages.splice(pages.indexOf(pageOf(request)), 1);
  context.on("request", (request) => isStream(request) && pages.push(pageOf(request)));
  context.on("requestfinished", ended);
  context.on("requestfailed", ended);
  // Of a page that is closed no end is told.
  return () => pages.filter((page) => !page.isClosed());
}

const status = (page: Page, label: string) =>
  page.locator("main span").filter({ hasText: new RegExp(`^${label}$`) }).first();

Deno.test({
  name: "seven windows that watch share one stream, pass it on, find the next process, and block nothing",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const id = await start(admin, {
      operation: "download_request_statuses",
      group: await admin.group("本社"),
    });
    await using opened = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { context, page } = opened;
    const streams = streamsOf(context);
    const others = await Promise.all(Array.from({ length: 6 }, () => context.newPage()));
    const windows = [page, ...others];
    // One after the other: a seventh connection would have to wait for ever.
    for (const [i, window] of windows.entries()) {
      await window.goto(i % 2 === 0 ? "/background-jobs" : `/background-jobs/${id}`);
      await status(window, "実行中").waitFor();
      await until("one stream", () => streams().length === 1);
    }

    await streams()[0]!.close();
    const left = windows.filter((window) => !window.isClosed());
    strictEqual(left.length, 6);
    await until(
      "another window with the stream",
      () => streams().length === 1,
    );

    // What ends before the next process is found is in no event: it is read when the stream is open again.
    await shared.app.kill("SIGTERM");
    await shared.app.restart();
    strictEqual((await admin.fetch(`/background-jobs/${id}/cancellation`, { method: "POST" })).status, 202);
    for (const window of left) {
      await status(window, "中断").waitFor();
    }
    await until("the end of the stream", () => streams().length === 0);
  },
});
