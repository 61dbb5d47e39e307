import { deepEqual } from "node:assert/strict";
import { page, type PageResponse } from "fresh";

Deno.test("page() carries data, status and headers", () => {
  const full: PageResponse<{ name: string }> = page({ name: "a" }, { status: 404, headers: { "x-a": "b" } });
  deepEqual(full, { data: { name: "a" }, status: 404, headers: { "x-a": "b" } });
  const empty: PageResponse<undefined> = page();
  deepEqual(empty, { data: undefined, status: undefined, headers: undefined });
});
