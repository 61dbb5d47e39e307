import { explain, type ReasonCode, type ReasonParams } from "../../domain/reasons.ts";
import type { UploadSpec } from "../../jobs/service.ts";
import { formatBytes } from "../bytes.ts";
import type { Field } from "./choices.ts";

/** What is wrong with the fields of a form, each as 原因。対処。 */
export interface FieldErrors {
  password?: string;
  file?: string;
  /** By the name of the field. */
  options?: Readonly<Record<string, string>>;
}

/** The fields that can be wrong; null: not asked for. */
interface Fields {
  password: { value: string } | null;
  file: { files: ArrayLike<{ name: string; size: number }> | null } | null;
  upload: UploadSpec | null;
  /** Choices of several of which nothing is chosen. They are looked at first: what is asked for behind them may not show. */
  unanswered?: readonly Pick<Field, "name" | "legend">[];
}

/** What is wrong before anything is sent; nothing: it may be sent. The server checks again. */
export function checkForm({ password, file, upload, unanswered = [] }: Fields): FieldErrors {
  if (unanswered.length > 0) {
    const errors = unanswered.map(({ name, legend }) => [name, sentence("nothing_chosen", { what: legend })]);
    return { options: Object.fromEntries(errors) };
  }
  const errors: FieldErrors = {};
  if (password?.value === "") errors.password = NO_PASSWORD;
  const fileError = upload && checkFile(file?.files ?? [], upload);
  if (fileError) errors.file = fileError;
  return errors;
}

const NO_PASSWORD = "パスワードが入力されていません。パスワードを入力してください。";

/** What is wrong with the chosen files, null when they may be sent. */
export function checkFile(
  files: ArrayLike<{ name: string; size: number }>,
  upload: Pick<UploadSpec, "extensions" | "maxBytes">,
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

/** A refusal as it stands at a field: 原因。対処。 */
export function sentence(code: ReasonCode, params?: ReasonParams): string {
  const { cause, remedy } = explain(code, params);
  return `${cause}。${remedy}。`;
}
