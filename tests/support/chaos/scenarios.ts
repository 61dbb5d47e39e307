import { ok, strictEqual } from "node:assert/strict";
import { ulid } from "ulid";
import { utf8Csv } from "../csv.ts";
import { claim, run, start, untilJob } from "../jobs.ts";
import { HEADER } from "../members_csv.ts";
import { testNumber } from "../../../kv/my_numbers/testing.ts";
import { PASSWORD } from "../client.ts";
import { sampleCompany } from "../../../sources/sample/companies.ts";
import { codeOf } from "../../../sources/sample/people.ts";
import { standingOf } from "../../../sources/sample/standing.ts";
import { until } from "../until.ts";
import type { Scenario } from "./kill_at.ts";

const EMPLOYEES = 400;

/** 社員番号 of everybody who is in no group yet, in the adjustment or not, and every tenth row a number of nobody. */
function rows(): string[][] {
  const company = sampleCompany(EMPLOYEES);
  const codes = Array.from({ length: EMPLOYEES }, (_, i) => i)
    .filter((i) => standingOf(company, i).kind !== "member").map(codeOf);
  return codes.flatMap((code, i) =>
    i % 10 === 9 ? [[code, "", ""], [`99${code}`, "", ""]] : [[code, "", ""]]
  );
}

async function importFile(operation: string, client: Parameters<Scenario["play"]>[0]) {
  const file = { name: "取り込み.csv", bytes: utf8Csv([HEADER, ...rows()]) };
  return await start(client, { operation, group: await client.group("本社"), key: ulid(), file });
}

/** An import whose error CSV nobody takes. */
export const importing: Scenario = {
  async play(client) {
    const { status } = await untilJob(client, await importFile("add_employees_to_group", client));
    strictEqual(status, "completed_with_errors");
  },
};

/** A sync of the master, baselines and all, whose error CSV nobody takes. */
export const syncing: Scenario = {
  async play(client) {
    const { status } = await run(client, { operation: "sync_employees", key: ulid() });
    strictEqual(status, "completed_with_errors");
  },
};

/** Row 3: everybody into forty new groups, some of whose names are none, some left out. */
export const regrouping = {
  async play(client) {
    const names = (i: number) => i % 7 === 0 ? "" : i % 11 === 0 ? "長".repeat(51) : `新${i % 40}`;
    const rows = Array.from({ length: EMPLOYEES }, (_, i) => [codeOf(i), names(i)]);
    const file = { name: "グループ.csv", bytes: utf8Csv([["社員番号", "依頼グループ"], ...rows]) };
    const { status } = await run(client, { operation: "import_request_groups", key: ulid(), file });
    strictEqual(status, "completed_with_errors");
  },
} satisfies Scenario;

/** Row 11: everybody who was never asked goes. */
export const deleting: Scenario = {
  async play(client) {
    const { status } = await run(client, {
      operation: "delete_all_employees",
      key: ulid(),
      fields: [["all", "1"]],
    });
    strictEqual(status, "completed_with_errors");
  },
};

/** Rows 42 and 14: numbers of everybody, every ninth of them wrong, and then those of a group. */
export const numbering: Scenario = {
  async play(client) {
    const number = (i: number) => i % 9 === 0 ? "1" : testNumber(12_345_678_900 + i);
    const rows = Array.from({ length: EMPLOYEES }, (_, i) => [codeOf(i), "", "", "", number(i)]);
    const header = ["社員番号", "続柄", "姓", "名", "個人番号"];
    const file = { name: "番号.csv", bytes: utf8Csv([header, ...rows]) };
    const fields: [string, string][] = [["password", PASSWORD]];
    const imported = await run(client, { operation: "import_my_numbers", key: ulid(), file, fields });
    strictEqual(imported.status, "completed_with_errors");
    const group = await client.group("本社");
    const synced = await run(client, { operation: "sync_my_numbers", key: ulid(), group });
    ok(synced.status.startsWith("completed"));
  },
};

/** A file that is sealed after each of its batches. */
export const sealing: Scenario = {
  async play(client) {
    const { status } = await run(client, { operation: "chaos_parts", key: ulid() });
    strictEqual(status, "completed");
  },
};

/** An import that is stopped by a person when all its rows are done. */
export const cancelling: Scenario = {
  async play(client) {
    const job = await importFile("chaos_import_and_wait", client);
    const all = rows().length;
    await untilJob(client, job, ({ progress }) => progress.done === all);
    const answer = await client.fetch(`/background-jobs/${job}/cancellation`, { method: "POST" });
    // 409: the commit held before the process died, and the answer did not come.
    ok(answer.status === 202 || answer.status === 409, await answer.text());
    strictEqual((await client.job(job)).status, "cancelled");
  },
};

/** A file of 36 MB that is taken, and shredded when its grace is over. */
export const taking: Scenario = {
  env: { DOWNLOAD_GRACE: "PT0.5S" },
  async play(client) {
    const { id, status } = await run(client, { operation: "chaos_large", key: ulid() });
    strictEqual(status, "completed");
    const { status: taken } = await claim(client, id);
    // 410: the claim held before the process died, and its grace was over before the answer could be asked for again.
    ok(taken === 303 || taken === 410);
    const file = await until("the end of its grace", async () => {
      const [attachment] = (await client.job(id)).attachments;
      return attachment!.state === "gone" && attachment;
    });
    strictEqual(file.claimedBy, "admin@sample.example");
  },
};
