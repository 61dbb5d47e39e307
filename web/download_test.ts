import assert from "node:assert/strict";
import type { AttachmentDownload } from "../jobs/service.ts";
import { downloadResponse, rangeOf } from "./download.ts";

function file(range: AttachmentDownload["range"] = null) {
  let cancelled = false;
  const bytes = new TextEncoder().encode("0123456789").subarray(range?.first ?? 0, (range?.last ?? 9) + 1);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
    cancel: () => void (cancelled = true),
  }, { highWaterMark: 0 });
  const download: AttachmentDownload = {
    name: "依頼状況 一覧.csv",
    type: "text/csv",
    size: 10,
    sha256: "",
    range,
    body,
  };
  return { download, cancelled: () => cancelled };
}

Deno.test("a whole file is sent with its length and may not be kept, changed, guessed at or opened", async () => {
  const response = await downloadResponse(file().download, "GET");
  assert.equal(response.status, 200);
  assert.deepEqual(Object.fromEntries(response.headers), {
    "accept-ranges": "bytes",
    "cache-control": "no-store, no-transform",
    "content-disposition":
      "attachment; filename=\"_ _.csv\"; filename*=UTF-8''%E4%BE%9D%E9%A0%BC%E7%8A%B6%E6%B3%81%20%E4%B8%80%E8%A6%A7.csv",
    "content-length": "10",
    "content-security-policy": "sandbox; default-src 'none'",
    "content-type": "text/csv",
    "x-content-type-options": "nosniff",
  });
  assert.equal(await response.text(), "0123456789");
});

Deno.test("a part says which bytes of how many it is", async () => {
  const response = await downloadResponse(file({ first: 2, last: 4 }).download, "GET");
  assert.equal(response.status, 206);
  assert.equal(response.headers.get("content-range"), "bytes 2-4/10");
  assert.equal(response.headers.get("content-length"), "3");
  assert.equal(await response.text(), "234");
});

Deno.test("HEAD has the same headers, and what would be sent is let go", async () => {
  const { download, cancelled } = file();
  const response = await downloadResponse(download, "HEAD");
  assert.equal(response.headers.get("content-length"), "10");
  assert.equal(response.body, null);
  assert.ok(cancelled());
});

Deno.test("a range bound to a former version is answered with the whole file", () => {
  const range = { range: "bytes=0-1" };
  assert.equal(rangeOf(new Headers(range)), "bytes=0-1");
  assert.equal(rangeOf(new Headers({ ...range, "if-range": '"x"' })), null);
  assert.equal(rangeOf(new Headers()), null);
});
