import type { Picture } from "../domain/declaration/picture.ts";
import { contentDisposition } from "../formats/filename.ts";
import type { Pictures } from "../kv/pictures.ts";

const EXTENSIONS: Record<Picture["type"], string> = {
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "application/pdf": ".pdf",
};

/**
 * A picture of a proof as a response: an image is shown, a PDF is downloaded, since what shows PDFs runs scripts. Its type
 * is what its bytes say, never what they are taken for, and nothing in it can reach this site.
 */
export function pictureResponse(
  { name }: Pick<Picture, "name">,
  { type, size, body }: Awaited<ReturnType<Pictures["open"]>>,
): Response {
  const extension = EXTENSIONS[type];
  const full = name.toLowerCase().endsWith(extension) ? name : name + extension;
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": contentDisposition(full, type === "application/pdf" ? "attachment" : "inline"),
      "content-length": String(size),
      "cache-control": "no-store, no-transform",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    },
  });
}
