import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import type { AuditPageView } from "../jobs/audit_view.ts";
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { download, post, run } from "./support/jobs.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { readCsvWithPython } from "./support/python.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

const python = await findProgram("python3");
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60" } });
const sharedChromium = sharedBrowser();

Deno.test({
  name: "監査ログ: who took which file and who was refused, found by the filter and taken as a CSV",
  ignore: chromiumPath === null || python === null,
  async fn() {
    const { app } = shared;
    const [admin, clerk] = await Promise.all([signIn(app, "admin"), signIn(app, "download")]);
    const job = await run(clerk, {
      operation: "download_request_statuses",
      group: await clerk.group("本社"),
    });
    await download(clerk, job.id);
    strictEqual((await post(clerk, { operation: "download_employee_list" })).status, 403);

    await using opened = await open(sharedChromium.browser, app, { as: "admin" });
    const { page } = opened;
    await page.getByRole("navigation", { name: "メインメニュー" }).getByRole("link", {
      name: "設定",
      exact: true,
    })
      .click();
    await page.getByRole("navigation", { name: "設定", exact: true }).getByRole("link", { name: "監査ログ" })
      .click();
    const events = page.locator("tbody th");
    await events.first().waitFor();
    // Above it stands the sign-in of the person who looks.
    strictEqual(await events.first().innerText(), "サインイン");
    const denied = page.locator("tbody tr").filter({ has: page.getByText("操作を拒否", { exact: true }) });
    match(await denied.first().innerText(), /download@sample\.example[\s\S]*操作：実行/);

    await page.getByLabel("実行者のメールアドレス").fill("Download@sample.example");
    await page.getByText("絞り込み", { exact: true }).click();
    await page.getByLabel("出来事").selectOption({ label: "ファイルをダウンロード" });
    await page.getByRole("button", { name: "適用" }).click();
    await page.waitForURL(/event=attachment_claimed/);
    strictEqual(await events.count(), 1);
    const row = page.locator("tbody tr");
    strictEqual(
      await row.getByRole("link", { name: job.title }).getAttribute("href"),
      `/background-jobs/${job.id}`,
    );
    match(await row.innerText(), new RegExp(`SHA-256：${job.attachments[0]!.sha256}`));

    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSVをダウンロード" }).click(),
    ]);
    match(file.suggestedFilename(), /^監査ログ_\d{12}\.csv$/);
    const [header, ...rows] = await readCsvWithPython(
      python!,
      await Deno.readFile(await file.path()),
      "utf-8-sig",
    );
    strictEqual(rows.length, 1);
    const cell = (name: string) => rows[0]![header!.indexOf(name)];
    deepStrictEqual(
      ["出来事", "実行者", "処理名", "処理ID", "サイズ（バイト）"].map(cell),
      [
        "ファイルをダウンロード",
        "download@sample.example",
        job.title,
        job.id,
        String(job.attachments[0]!.size),
      ],
    );

    const { entries } = await admin.json<AuditPageView>("/settings/audit?event=log_exported");
    deepStrictEqual(entries.map(({ actor, facts }) => [actor, facts]), [[
      "admin@sample.example",
      { event: "attachment_claimed", person: "download@sample.example" },
    ]]);
  },
});
