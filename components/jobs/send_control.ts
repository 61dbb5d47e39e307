import { BROKEN, refusalIn, type Refused } from "../refusal.ts";

/** The server's answer to 中断 or 再実行: the job that it is about, or why not. */
export type ControlAnswer = { done: true; job: string } | { done: false; problem: Refused };

/** Posts the form of a control asking for JSON. Sending a lost one again is safe: it carries its key. */
export async function sendControl(form: HTMLFormElement): Promise<ControlAnswer> {
  try {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { accept: "application/json" },
      body: new FormData(form),
    });
    const body = await response.json();
    if (response.status === 202 && typeof body.id === "string") return { done: true, job: body.id };
    return { done: false, problem: refusalIn(body) ?? BROKEN };
  } catch {
    return { done: false, problem: BROKEN };
  }
}
