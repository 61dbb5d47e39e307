import { ok } from "node:assert/strict";
import { ulid } from "ulid";
import type { RequestStatus } from "../../../domain/request.ts";
import { accountsOf } from "../../../kv/accounts.ts";
import { committerOf } from "../../../kv/commit.ts";
import { mailPreferencesOf } from "../../../kv/mail_preferences.ts";
import { statusOf } from "../../../sources/sample/requests.ts";
import { sampleCompany } from "../../../sources/sample/companies.ts";
import { codeOf } from "../../../sources/sample/people.ts";
import type { App } from "../app.ts";
import { type Client, PASSWORD } from "../client.ts";
import { utf8Csv } from "../csv.ts";
import { run } from "../jobs.ts";
import { MAIN_GROUP, passMorning } from "./mornings.ts";
import type { Scenario } from "./kill_at.ts";

const EMPLOYEES = 400;
const ALL: [string, string] = ["all", "1"];

/** Carries one operation out on 本社, some of whose people it never suits. */
async function carryOut(
  client: Client,
  operation: string,
  more: [string, string][] = [ALL],
  csv?: string[][],
) {
  const group = await client.group(MAIN_GROUP);
  const file = csv && { name: "依頼.csv", bytes: utf8Csv(csv) };
  const { status } = await run(client, { operation, group, key: ulid(), fields: more, file });
  ok(status.startsWith("completed"), `${operation}: ${status}`);
}

/** The one who plays is written to at the end of each of their jobs. */
async function wantJobMails({ dir }: App) {
  using kv = await Deno.openKv(`${dir}/nencho.db`);
  const committer = committerOf(kv);
  const user = await accountsOf(kv, committer, { sessionSecret: "" }).find("sample", "admin@sample.example");
  await mailPreferencesOf(kv, committer).chooseJobMail("sample", user!.id, true);
}

/** Rows 33 and 29: nearly everybody is set back and then asked, with restore points and mails. */
export const asking: Scenario = {
  async play(client, app) {
    await wantJobMails(app);
    await carryOut(client, "reset_requests", [ALL, ["password", PASSWORD]]);
    await carryOut(client, "send_requests");
    await carryOut(client, "reset_requests", [ALL, ["password", PASSWORD]]);
  },
};

/** Rows 31 and 34: who was set back is 確定, and then all of them are 確定 no more. */
export const confirming: Scenario = {
  async play(client) {
    await carryOut(client, "reset_requests", [ALL, ["password", PASSWORD]]);
    await carryOut(client, "confirm_requests");
    await carryOut(client, "unconfirm_requests");
  },
};

/** What row 28 makes of each status; the others find a value that they do not allow, or none. */
const CSV_CODES: Partial<Record<RequestStatus, string>> = {
  not_requested: "2",
  requested: "99",
  answering: "99",
  answered: "1",
  reanswered: "99",
  correcting: "1",
  confirmed: "",
};

/** Row 28 with every code, blanks, and numbers of nobody. */
export const updating: Scenario = {
  async play(client) {
    const company = sampleCompany(EMPLOYEES);
    const rows = Array.from({ length: EMPLOYEES }, (_, i) => {
      const status = statusOf(company, i);
      return status === null ? [`99${codeOf(i)}`, "2"] : [codeOf(i), CSV_CODES[status] ?? "7"];
    });
    await carryOut(client, "update_request_statuses", [["password", PASSWORD]], [
      ["社員番号", "依頼"],
      ...rows,
    ]);
  },
};

/** 08:00: 依頼中 and 入力中 of one group run out, and those of another are told again. */
export const closing: Scenario = {
  async play(client, app) {
    const { expired, reminded } = await passMorning(client, app);
    ok(expired > 0 && reminded > 0);
    const { jobs } = await client.jobs();
    ok(jobs.every(({ kind }) => kind !== "morning_duties"), "the system's job is nobody's");
  },
};

/** All of it, one after the other. */
export const season: Scenario = {
  async play(client, app) {
    for (const part of [closing, updating, asking, confirming]) await part.play(client, app);
  },
};
