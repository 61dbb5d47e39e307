import { strictEqual } from "node:assert/strict";
import type { Client } from "./client.ts";
import { utf8Csv } from "./csv.ts";
import { claim, run } from "./jobs.ts";
import { HEADER } from "./members_csv.ts";

/** The page as it is sent. */
export async function textOf(admin: Client, path: string): Promise<string> {
  return await (await admin.fetch(path, { headers: { accept: "text/html" } })).text();
}

/** The page of the first document, or 前職情報, of a list. */
async function firstReview(admin: Client, list: string): Promise<string> {
  return /\/groups\/\w+\/requests\/[\w-]+\/documents\/\w+\?[^"]*/.exec(await textOf(admin, list))![0]
    .replaceAll("&amp;", "&");
}

/**
 * The addresses of the pages of 管理者 in the sample company, and an invitation that nobody took yet. Some of them need
 * something to have happened, which happens here: jobs of each end, an upload with errors, a file that somebody took.
 */
export async function everyPage(admin: Client): Promise<{ pages: string[]; invitation: string }> {
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
      "/settings/operation",
      "/account/notifications",
      "/help",
      "/years",
      "/years/2025",
      pastGroup,
      pastRequest,
      "/account/refresh",
      "/account/password",
      "/settings/notifications",
      "/settings/address",
      "/settings/source",
      "/settings/sign-in",
      "/login?problem=identity_other",
      "/settings/audit",
      "/settings/audit?event=denied&person=nobody@sample.example",
      "/nowhere",
    ],
  };
}
