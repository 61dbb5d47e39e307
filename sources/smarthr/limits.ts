/**
 * The vendor's limits: 5,000 requests an hour and 10 a second a token, 50,000 a minute a company. Each answer tells
 * what is left of two of them (developer.smarthr.jp/api/about_api): `x-rate-limit-*` and `x-intensive-rate-limit-*`,
 * `remaining` in requests, `reset` in seconds from now.
 */
const WINDOWS = ["x-rate-limit", "x-intensive-rate-limit"] as const;

interface Window {
  remaining: number;
  /** By the monotonic clock (ms). */
  resetAt: number;
}

/** How many requests may still be made. Requests that are under way count as made. */
export interface Limits {
  /** Milliseconds until the next request may begin; 0: now. */
  blockedFor(): number;
  begin(): void;
  /** A request is over; its answer's headers, when there was one. */
  end(headers: Headers | null): void;
}

/** Keeps count by `monotonic` (ms). */
export function limitsOf(monotonic: () => number): Limits {
  const windows = new Map<string, Window>();
  let underWay = 0;

  return {
    blockedFor() {
      let blocked = 0;
      for (const [name, { remaining, resetAt }] of windows) {
        const left = resetAt - monotonic();
        if (left <= 0) windows.delete(name);
        else if (remaining <= 0) blocked = Math.max(blocked, left);
      }
      return Math.ceil(blocked);
    },
    begin() {
      underWay++;
      for (const window of windows.values()) window.remaining--;
    },
    end(headers) {
      underWay--;
      if (!headers) return;
      for (const name of WINDOWS) {
        const told = windowOf(headers, name);
        // Those under way may or may not be in the count: better to wait once too often than to be refused.
        if (told) {
          windows.set(name, {
            remaining: told.remaining - underWay,
            resetAt: monotonic() + told.resetMs,
          });
        }
      }
    },
  };
}

function windowOf(headers: Headers, name: string): { remaining: number; resetMs: number } | null {
  const remaining = wholeNumber(headers.get(`${name}-remaining`));
  const reset = wholeNumber(headers.get(`${name}-reset`));
  // 0 seconds: within the present one.
  return remaining === null || reset === null ? null : { remaining, resetMs: Math.max(reset, 1) * 1_000 };
}

/** How long a 429 or 503 asks us to stay away (ms): `Retry-After` in seconds or as a date; null: it does not say. */
export function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get("retry-after");
  if (text === null) return null;
  const seconds = wholeNumber(text);
  if (seconds !== null) return seconds * 1_000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** A whole number of 0 or more, written in digits only. */
export function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}
