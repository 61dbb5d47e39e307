import { BROKEN, refusalIn, type Refused } from "./refusal.ts";

/** The server's answer to a small form. */
export type Posted<T> = { done: true; value: T } | { done: false; problem: Refused };

/**
 * Posts a form without a file, asking for JSON. `read` finds what the page goes on with in an answer that is 2xx; null:
 * it is none, and no answer counts as broken off.
 */
export async function postForm<T>(
  form: HTMLFormElement,
  read: (body: Record<string, unknown>) => T | null,
): Promise<Posted<T>> {
  try {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { accept: "application/json" },
      body: new FormData(form),
    });
    const body = await response.json();
    const value = response.ok ? read(body) : null;
    return value === null ? { done: false, problem: refusalIn(body) ?? BROKEN } : { done: true, value };
  } catch {
    return { done: false, problem: BROKEN };
  }
}

/** The field `name` of an answer where it is a text. */
export function textIn(body: Record<string, unknown>, name: string): string | null {
  const value = body[name];
  return typeof value === "string" ? value : null;
}
