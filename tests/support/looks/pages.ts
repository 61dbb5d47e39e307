import type { Browser } from "playwright-core";
import type { App } from "../app.ts";
import { open } from "../browser.ts";
import { signIn } from "../client.ts";
import { everyPage } from "../every_page.ts";
import { cameraOf } from "./camera.ts";
import { stretchNames } from "./long_names.ts";

/** Every page of 管理者, then the same pages where every name is as long as it may be. */
export async function drawPages(browser: Browser, app: App, folder: string): Promise<void> {
  const { pages, invitation } = await everyPage(await signIn(app, "admin"));
  await drawAll(browser, app, folder, "pages", pages);
  await drawAll(browser, app, folder, "outside", ["/login", invitation, "/invitations/gone"], null);
  await app.kill("SIGTERM");
  await stretchNames(`${app.dir}/nencho.db`);
  await app.restart();
  await drawAll(browser, app, folder, "long", pages);
}

async function drawAll(
  browser: Browser,
  app: App,
  folder: string,
  scene: string,
  pages: readonly string[],
  as: string | null = "admin",
) {
  await using opened = await open(browser, app, { as });
  const camera = cameraOf(folder, scene);
  for (const address of pages) await camera.page(opened.page, address);
}
