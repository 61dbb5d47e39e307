import { contentDisposition } from "../formats/filename.ts";
import type { AttachmentDownload } from "../jobs/service.ts";

/**
 * The Range header to honour. One that is bound to a former version (If-Range) is not: an attachment that was
 * fetched in part is fetched whole again rather than joined with another.
 */
export function rangeOf(headers: Headers): string | null {
  return headers.has("if-range") ? null : headers.get("range");
}

/** An attachment as a response: never kept by caches, never opened in the page (design §4.5). */
export async function downloadResponse(file: AttachmentDownload, method: string): Promise<Response> {
  const { range, size } = file;
  const headers = new Headers({
    "content-type": file.type,
    "content-disposition": contentDisposition(file.name),
    "content-length": String(range ? range.last - range.first + 1 : size),
    "accept-ranges": "bytes",
    "cache-control": "no-store, no-transform",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  });
  if (range) headers.set("content-range", `bytes ${range.first}-${range.last}/${size}`);
  const status = range ? 206 : 200;
  if (method !== "HEAD") return new Response(file.body, { status, headers });
  await file.body.cancel();
  return new Response(null, { status, headers });
}
