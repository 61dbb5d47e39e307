import { playRequestSchedules } from "../support/chaos/request_schedules.ts";

Deno.test("pages, operations, moves and mornings in any order: 依頼, counts, mails, copies and 操作履歴 stay one", async () => {
  await playRequestSchedules(30);
});
