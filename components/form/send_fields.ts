import { BROKEN, refusalIn, type Refused } from "../refusal.ts";

/** The server's answer to a small form: the page that shows what was done, or why not. */
export type Sent = { done: true; location: string } | { done: false; problem: Refused };

/** Posts a form without a file, asking for JSON (web/settle_form.ts answers). */
export async function sendFields(form: HTMLFormElement): Promise<Sent> {
  try {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { accept: "application/json" },
      body: new FormData(form),
    });
    const body = await response.json();
    if (response.ok && typeof body.location === "string") return { done: true, location: body.location };
    return { done: false, problem: refusalIn(body) ?? BROKEN };
  } catch {
    return { done: false, problem: BROKEN };
  }
}
