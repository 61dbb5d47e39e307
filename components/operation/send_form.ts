import { refusalIn, type Refused } from "../refusal.ts";

/** The server's answer to a started operation. */
export type Answer =
  | { kind: "accepted"; id: string; title: string }
  /** The server said no: nothing was stored. */
  | { kind: "refused"; problem: Refused }
  /** No answer came: it may or may not have been accepted; sending the same key again is safe. */
  | { kind: "broken" }
  | { kind: "aborted" };

interface Options {
  /** Share of the bytes that are sent, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
  /** Replaced in tests. */
  request?: XMLHttpRequest;
}

/** Posts `form` to `url` asking for JSON. XMLHttpRequest, because fetch tells nothing of an upload's progress. */
export function sendForm(url: string, form: FormData, options: Options): Promise<Answer> {
  const { onProgress, signal, request = new XMLHttpRequest() } = options;
  return new Promise((resolve) => {
    request.open("POST", url);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "text";
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    };
    request.onload = () => resolve(read(request.status, request.responseText));
    request.onerror = () => resolve({ kind: "broken" });
    request.onabort = () => resolve({ kind: "aborted" });
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}

function read(status: number, text: string): Answer {
  const body = parse(text);
  if (status === 202 && isText(body.id) && isText(body.title)) {
    return { kind: "accepted", id: body.id, title: body.title };
  }
  const problem = status >= 400 ? refusalIn(body) : null;
  return problem ? { kind: "refused", problem } : { kind: "broken" };
}

function parse(text: string): Record<string, unknown> {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
