import { Refusal } from "../domain/errors.ts";

/** Forms without a file are small; a bigger body is no form of ours. */
const MAX_FORM_BYTES = 64 * 1024;

/** The fields of a small form, url-encoded or multipart. Refuses `bad_request`, `too_large`. */
export async function readForm(req: Request): Promise<FormData> {
  const bytes = await readLimited(req);
  const type = req.headers.get("content-type") ?? "";
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    throw new Refusal("bad_request", { what: "フォームの形式" });
  }
}

/** The text of a field; "" when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

async function readLimited(req: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of req.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_FORM_BYTES) throw new Refusal("too_large", { limit: "64KB" });
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
