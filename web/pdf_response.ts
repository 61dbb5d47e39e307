import { contentDisposition } from "../formats/filename.ts";

/** A PDF of ours, shown in the browser and saved under its name; no cache keeps it (web/security_headers.ts). */
export function pdfResponse(name: string, bytes: Uint8Array<ArrayBuffer>): Response {
  return new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": contentDisposition(name, "inline"),
      "content-length": String(bytes.length),
      "cache-control": "no-store, no-transform",
    },
  });
}
