import type { Browser, Page } from "playwright-core";
import type { App } from "../app.ts";
import { open } from "../browser.ts";
import { startAnswering } from "../season/answering.ts";
import { type Camera, cameraOf } from "./camera.ts";

const OWN = ["/", "/groups", "/background-jobs", "/employees", "/my"];

/** What people see who may do less, and the questionnaire of an employee. */
export async function drawPeople(browser: Browser, app: App, folder: string): Promise<void> {
  for (const role of ["confirm", "check", "range", "none"]) {
    await using opened = await open(browser, app, { as: role });
    const camera = cameraOf(folder, `as-${role}`);
    for (const address of OWN) await camera.page(opened.page, address);
  }
  await using opened = await open(browser, app, { as: "employee" });
  await drawQuestionnaire(opened.page, cameraOf(folder, "my"));
}

async function drawQuestionnaire(page: Page, camera: Camera) {
  await camera.page(page, "/my");
  await startAnswering(page);
  await page.goto("/my");
  const addresses = await page.locator("main a[href^='/my/']").evaluateAll((links) =>
    links.map((link) => link.getAttribute("href")!)
  );
  const unique = [...new Set(addresses)].filter((address) => !address.endsWith(".pdf"));
  for (const address of ["/my", ...unique, "/my/declaration"]) await camera.page(page, address);
  await camera.moment(page, "refused", async () => {
    await page.goto("/my/answers/income");
    await page.getByRole("button", { name: "保存して次へ進む" }).click();
    await page.getByRole("alert").first().waitFor();
  });
}
