import assert from "node:assert/strict";
import { formatBytes } from "./bytes.ts";

Deno.test("formatBytes", () => {
  assert.equal(formatBytes(0), "0バイト");
  assert.equal(formatBytes(1023), "1023バイト");
  assert.equal(formatBytes(1024), "1KB");
  assert.equal(formatBytes(12_595), "12.3KB");
  assert.equal(formatBytes(100 * 1024 * 1024), "100MB");
  assert.equal(formatBytes(1024 * 1024 - 1), "1MB");
  assert.equal(formatBytes(3 * 1024 ** 4), "3,072GB");
});
