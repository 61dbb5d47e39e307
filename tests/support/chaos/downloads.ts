import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { ulid } from "ulid";
import { run } from "../jobs.ts";
import type { Scenario } from "./kill_at.ts";

/** A download of one group, sealed on its way. */
export function ofGroup(operation: string, fields: [string, string][] = []): Scenario {
  return {
    async play(client) {
      const group = await client.group("本社");
      const { status, message } = await run(client, { operation, key: ulid(), group, fields });
      strictEqual(status, "completed", message);
    },
  };
}

/** One download after the other. */
export function inTurn(...downloads: Scenario[]): Scenario {
  return {
    async play(client, app) {
      for (const download of downloads) await download.play(client, app);
    },
  };
}

/** A ZIP of two CSVs of all groups. */
export const zipped: Scenario = {
  async play(client) {
    const fields: [string, string][] = [["list", "this_year"]];
    const { status, attachments } = await run(client, {
      operation: "chaos_differences",
      key: ulid(),
      fields,
    });
    strictEqual(status, "completed");
    deepStrictEqual(attachments.map(({ type }) => type), ["application/zip"]);
  },
};

/** All groups, one of which cannot be read to its end: what a seal holds of it stays. */
export const withoutOne: Scenario = {
  async play(client) {
    const { status, attachments } = await run(client, { operation: "chaos_broken_group", key: ulid() });
    strictEqual(status, "completed_with_errors");
    strictEqual(attachments.at(-1)!.name, "出力できなかった依頼グループ.csv");
  },
};

/** The same without a seal on the way: all of it is taken back. */
export const takenBack: Scenario = {
  ...withoutOne,
  env: { CHAOS_SEAL_AFTER_MS: "60000" },
};
