import { startApp } from "../tests/support/app.ts";
import { launch, open } from "../tests/support/browser.ts";
import { signIn } from "../tests/support/client.ts";
import { shiftJisCsv } from "../tests/support/csv.ts";
import { run, start } from "../tests/support/jobs.ts";
import { badRows, HEADER } from "../tests/support/members_csv.ts";
import { listPeople } from "../tests/support/people.ts";

/** Draws docs/screenshot.png: バックグラウンド処理 of the sample company after a few operations, one still running. */
const EMPLOYEES = 3_000;

const app = await startApp({ env: { SAMPLE_EMPLOYEES: String(EMPLOYEES) } });
const browser = await launch();
try {
  const admin = await signIn(app, "admin");
  const group = await admin.group("本社");
  const operation = "add_employees_to_group";
  const people = await listPeople(admin);
  const spare = people.filter((person) => person.group === "");
  const bad = badRows(EMPLOYEES, people.filter((person) => person.group === "工場"), spare);
  const good = spare.slice(10, 490).map(({ code }) => [code, "", ""]);
  const rows = [...good, ...bad.map(({ cells }) => cells)];
  const file = (records: string[][]) => ({ name: "追加.csv", bytes: shiftJisCsv(records) });

  await run(await signIn(app, "download"), { operation: "download_request_statuses", group });
  await run(admin, { operation, group, file: file([HEADER]) });
  await run(admin, { operation, group, file: file([HEADER, ...rows]) });
  await run(admin, { operation: "download_request_statuses" });
  const many = Array.from({ length: 60_000 }, (_, i) => [String(700_000 + i), "", ""]);
  await using window = await open(browser, app, { as: "admin", viewport: { width: 1200, height: 840 } });
  const { page } = window;
  await start(admin, { operation, group: await admin.group("工場"), file: file([HEADER, ...many]) });
  await page.goto("/background-jobs");
  await page.getByRole("progressbar").first().waitFor();
  await page.waitForFunction(() => document.querySelector("progress")!.value > 20_000);
  await page.screenshot({ path: new URL("../docs/screenshot.png", import.meta.url).pathname });
} finally {
  await browser.close();
  await app[Symbol.asyncDispose]();
}
