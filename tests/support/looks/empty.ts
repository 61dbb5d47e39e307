import type { Browser } from "playwright-core";
import { openCompany } from "../season/company.ts";
import { cameraOf } from "./camera.ts";

const PAGES = [
  "/",
  "/years/start",
  "/years/setup",
  "/groups",
  "/employees",
  "/employees?tab=groups",
  "/background-jobs",
  "/years",
  "/settings/accounts",
  "/settings/permissions",
  "/settings/source",
  "/settings/sign-in",
  "/settings/my-numbers",
  "/settings/mails",
  "/settings/audit",
  "/my",
];

/** A company on its first morning: nothing is there yet. */
export async function drawEmpty(browser: Browser, folder: string): Promise<void> {
  await using company = await openCompany(browser);
  const camera = cameraOf(folder, "empty");
  for (const address of PAGES) await camera.page(company.admin, address);
}
