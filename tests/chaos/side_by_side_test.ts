import { workSideBySide } from "../support/chaos/side_by_side.ts";

Deno.test("two processes commit to one file for ten seconds, and nobody meets an error", async () => {
  await workSideBySide(10_000);
});
