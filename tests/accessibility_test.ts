import { strictEqual } from "node:assert/strict";
import { open } from "./support/browser.ts";
import { type Client, signIn } from "./support/client.ts";
import { utf8Csv } from "./support/csv.ts";
import { examine, examineLayout, examineWidth } from "./support/examine.ts";
import { claim, run } from "./support/jobs.ts";
import { HEADER } from "./support/members_csv.ts";
import { openDialog, openRequests } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

const shared = sharedApp();
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
/** A desk at 200 % zoom: the page gets half of the pixels each way. */
const ZOOMED = { width: DESK.width / 2, height: DESK.height / 2 };

async function textOf(admin: Client, path: string): Promise<string> {
  return await (await admin.fetch(path, { headers: { accept: "text/html" } })).text();
}

/** The page of the first document, or 前職情報, of a list. */
async function firstReview(admin: Client, list: string): Promise<string> {
  return /\/groups\/\w+\/requests\/[\w-]+\/documents\/\w+\?[^"]*/.exec(await textOf(admin, list))![0]
    .replaceAll("&amp;", "&");
}

/** Pages that need something to have happened. */
async function prepare(admin: Client): Promise<{ pages: string[]; invitation: string }> {
  const group = await admin.group("本社");
  const empty = await admin.group("役員");
  const list = `/groups/${group}/requests`;
  const html = await textOf(admin, list);
  const request = new RegExp(`${list}/\\w+`).exec(html)![0];
  const answered = new RegExp(`${list}/\\w+`).exec(await textOf(admin, `${list}?status=answered`))![0];
  const people = await textOf(admin, "/employees");
  const employee = /\/employees\/[0-9A-Z]{26}(?=")/.exec(people)![0];
  const accounts = await textOf(admin, "/settings/accounts");
  strictEqual((await run(admin, { operation: "sync_permissions" })).status, "completed");
  const roles = await textOf(admin, "/settings/permissions");
  const pastGroup = /\/years\/2025\/groups\/[\w-]+/.exec(await textOf(admin, "/years/2025"))![0];
  const pastRequest = /\/years\/2025\/requests\/[\w-]+/.exec(await textOf(admin, pastGroup))![0];
  const file = { name: "追加.csv", bytes: utf8Csv([HEADER, ["999999", "", ""]]) };
  const failed = await run(admin, { operation: "add_employees_to_group", group, file });
  const done = await run(admin, { operation: "download_request_statuses", group });
  const taken = await run(admin, { operation: "download_employee_list" });
  strictEqual((await claim(admin, taken.id)).status, 303);
  const invited = await admin.fetch("/settings/accounts", {
    method: "POST",
    headers: { accept: "text/html", "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ name: "新しい人", email: "new@sample.example", role: "check" }),
  });
  return {
    invitation: /\/invitations\/[\w-]+/.exec(await invited.text())![0],
    pages: [
      "/",
      "/employees",
      "/employees?tab=groups",
      "/employees?q=nobody",
      "/employees/deletions?all=1",
      list,
      `${list}?q=nobody`,
      `/groups/${group}/documents`,
      `/groups/${group}/documents?review=checked&group_insurance=1`,
      `/groups/${group}/previous-jobs`,
      await firstReview(admin, `/groups/${group}/documents?document=insurance&review=waiting`),
      await firstReview(admin, `/groups/${group}/documents?document=this_year_dependants`),
      `${(await firstReview(admin, `/groups/${group}/previous-jobs?review=waiting`)).split("?")[0]}/return`,
      `/groups/${empty}/requests`,
      `/groups/${group}/selections/exclude_requests?all=1`,
      `/groups/${group}/selections/reset_requests?all=1&status=answered`,
      request,
      ...["history", "memos", "corrections", "corrections/cancellation", "documents/insurance/deletion"]
        .map((page) => `${request}/${page}`),
      `${answered}/answers`,
      ...["self", "spouse", "family", "insurance", "housing_loan", "previous_job"]
        .flatMap((part) => [`${answered}?tab=${part}`, `${answered}/collected/${part}`]),
      ...["family/people/new", "insurance/life/new", "previous_job/jobs/new"]
        .map((entry) => `${answered}/collected/${entry}`),
      employee,
      `${employee}/group`,
      "/background-jobs",
      "/background-jobs?status=failed",
      ...[failed, done, taken].map(({ id }) => `/background-jobs/${id}`),
      `/groups/${group}/settings/hints`,
      ...["documents", "notice", "mails", "mails?mail=expired", "reminder", "deadline"]
        .map((section) => `/groups/${group}/settings/${section}`),
      `/operations/add_employees_to_group?group=${group}`,
      `/operations/import_hint_messages?group=${group}`,
      `/operations/download_collected_information?group=${group}`,
      `/operations/download_documents?group=${group}`,
      "/operations/import_group_insurance",
      "/operations/import_my_numbers",
      `/operations/download_employee_list`,
      "/settings/accounts",
      /\/settings\/accounts\/\w+/.exec(accounts)![0],
      "/settings/permissions",
      /\/settings\/permissions\/[\w-]+/.exec(roles)![0],
      "/settings/my-numbers",
      "/settings/mails",
      "/account/notifications",
      "/years",
      "/years/2025",
      pastGroup,
      pastRequest,
      "/account/refresh",
      "/account/password",
      "/settings/notifications",
      "/settings/address",
      "/settings/source",
      "/settings/audit",
      "/settings/audit?event=denied&person=nobody@sample.example",
      "/nowhere",
    ],
  };
}

/** The main part of a page as it is sent, without what differs from one sending to the next. */
function mainOf(html: string): string {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return main.replaceAll(/[0-9A-HJKMNP-TV-Z]{26}/g, "").replaceAll(/\d\d:\d\d/g, "");
}

/** The main parts that were examined: who sees the same with less around it finds nothing else wrong in it. */
const examined = new Set<string>();

let prepared: Awaited<ReturnType<typeof prepare>>;
Deno.test.beforeAll(async () => {
  if (!ignore) prepared = await prepare(await signIn(shared.app, "admin"));
});

Deno.test({
  name: "axe finds nothing on any page of 管理者, at any size",
  ignore,
  async fn() {
    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    const admin = await signIn(shared.app, "admin");
    for (const path of prepared.pages) {
      await page.setViewportSize(DESK);
      examined.add(mainOf(await textOf(admin, path)));
      await page.goto(path);
      await examine(page, path);
      await page.setViewportSize(ZOOMED);
      await examineWidth(page, `${path}, 200 %`);
      await page.setViewportSize(PHONE);
      await examineLayout(page, `${path}, on a phone`);
    }
  },
});

for (const [size, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
  Deno.test({
    name: `axe finds nothing before the sign-in, ${size}`,
    ignore,
    async fn() {
      await using window = await open(sharedChromium.browser, shared.app, { as: null, viewport });
      const { page } = window;
      for (const path of ["/login", prepared.invitation, "/invitations/gone"]) {
        await page.goto(path);
        await examine(page, path);
      }
      await page.goto("/login");
      await page.getByLabel("メールアドレスまたは社員番号").fill("admin@sample.example");
      await page.getByLabel("パスワード").fill("wrong");
      await page.getByRole("button", { name: "サインイン" }).click();
      await page.getByRole("alert").waitFor();
      await examine(page, "a failed sign-in");
    },
  });

  Deno.test({
    name: `axe finds nothing in menus and dialogs, ${size}`,
    ignore,
    async fn() {
      await using window = await open(sharedChromium.browser, shared.app, { as: "admin", viewport });
      const { page } = window;
      await openRequests(page, "本社");
      await page.getByRole("button", { name: "依頼グループ設定", exact: true }).click();
      await page.getByRole("menuitem").first().waitFor();
      await examine(page, "an open menu");
      await page.keyboard.press("Escape");
      const dialog = await openDialog(page, "依頼グループ設定", "従業員を一括追加（CSV）");
      await examine(page, "an open dialog");
      await dialog.getByRole("button", { name: "アップロード" }).click();
      await dialog.getByText("ファイルが選択されていません").waitFor();
      await examine(page, "a dialog with an error");
      await page.keyboard.press("Escape");
      const steps = await openDialog(page, "ダウンロード", "収集情報をダウンロード");
      await steps.getByRole("button", { name: "次へ" }).click();
      await steps.getByLabel("扶養家族の情報").check();
      await examine(page, "the second step of a dialog");

      await page.goto("/employees");
      await page.getByRole("button", { name: "インポート", exact: true }).click();
      await page.getByRole("menuitem").first().waitFor();
      await examine(page, "インポート, open");
      await page.keyboard.press("Escape");
      for (const label of ["団体保険料を削除", "昨年の保険料をインポート", "団体保険ファイルを確認"]) {
        await openDialog(page, "インポート", label);
        await examine(page, label);
        await page.keyboard.press("Escape");
      }
      const buttons = [["/employees", "従業員情報を同期"], ["/settings/permissions", "権限を同期"], [
        "/",
        "事業所情報同期",
      ]] as const;
      for (const [path, label] of buttons) {
        await page.goto(path);
        await page.getByRole("button", { name: label }).click();
        await page.getByRole("dialog").waitFor();
        await examine(page, label);
      }
    },
  });
}

for (const role of ["confirm", "download", "check", "none", "range", "employee"]) {
  Deno.test({
    name: `axe finds nothing on the pages of ${role}@, the refused ones included`,
    ignore,
    async fn() {
      await using window = await open(sharedChromium.browser, shared.app, { as: role });
      const { page } = window;
      const client = await signIn(shared.app, role);
      let around = false;
      for (const path of prepared.pages) {
        const main = mainOf(await textOf(client, path));
        if (around && examined.has(main)) continue;
        around = true;
        examined.add(main);
        await page.goto(path);
        await examine(page, `${path} as ${role}`);
      }
    },
  });
}
