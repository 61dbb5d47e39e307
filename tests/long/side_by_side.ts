import { workSideBySide } from "../support/chaos/side_by_side.ts";

Deno.test("two processes commit to one file for a minute, and nobody meets an error", async () => {
  await workSideBySide(60_000);
});
