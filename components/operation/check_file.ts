import { explain, type ReasonCode, type ReasonParams } from "../../domain/reasons.ts";
import type { DialogSpec } from "../../jobs/service.ts";
import { formatBytes } from "../bytes.ts";

/** What a dialog says of the file it asks for. */
export type Upload = NonNullable<DialogSpec["upload"]>;

/**
 * What is wrong with the chosen files before anything is sent, as 原因。対処。; null when they may be sent. The server
 * checks again.
 */
export function checkFile(
  files: ArrayLike<{ name: string; size: number }>,
  upload: Upload,
): string | null {
  const file = files[0];
  if (file === undefined) return sentence("no_file");
  if (files.length > 1) return "ファイルが2つ以上選択されています。1つだけ選択してください。";
  if (!upload.extensions.some((extension) => file.name.toLowerCase().endsWith(extension.toLowerCase()))) {
    return sentence("wrong_extension", { name: file.name, expected: upload.extensions.join("、") });
  }
  if (file.size === 0) return sentence("empty_file");
  if (file.size > upload.maxBytes) return sentence("too_large", { limit: formatBytes(upload.maxBytes) });
  return null;
}

function sentence(code: ReasonCode, params?: ReasonParams): string {
  const { cause, remedy } = explain(code, params);
  return `${cause}。${remedy}。`;
}
