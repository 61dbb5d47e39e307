/** What the server said no with (the JSON of web/problems.ts). */
export interface Refused {
  code: string;
  /** 事象。原因。 */
  message: string;
  /** 対処。 */
  remedy: string;
  /** The job that it is about, such as the one that stands in the way. */
  job: string | null;
}

/** No answer came, or none that this page understands. */
export const BROKEN: Refused = {
  code: "broken",
  message: "サーバーから応答がありませんでした。",
  remedy: "通信状態を確認してやり直してください。",
  job: null,
};

/** The refusal in the JSON of an answer; null when it is none. */
export function refusalIn(body: unknown): Refused | null {
  const { error } = record(body);
  const { code, message, remedy, job } = record(error);
  if (typeof message !== "string") return null;
  return { code: text(code), message, remedy: text(remedy), job: typeof job === "string" ? job : null };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? value as Record<string, unknown> : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
