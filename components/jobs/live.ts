import { JOB_STATUSES, type JobEvent } from "../../jobs/view.ts";

/** The part of EventSource that is used. */
export interface EventSourceLike {
  readonly readyState: number;
  onopen: (() => void) | null;
  onerror: (() => void) | null;
  addEventListener(type: "job", listener: (event: { data: string }) => void): void;
  close(): void;
}

/** What the subscription needs of the browser; tests give their own. */
export interface Surroundings {
  open(url: string): EventSourceLike;
  later(run: () => void, ms: number): number;
  forget(timer: number): void;
  random(): number;
}

/** Whoever follows jobs. */
export interface Handlers {
  onEvent(event: JobEvent): void;
  /** Connected, again too: what ended meanwhile has to be read from the server. */
  onOpen(): void;
}

/** `readyState` of an EventSource that comes again by itself, after the time that the server asked for. */
const CONNECTING = 0;

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/**
 * Follows the event stream. When it ends, the browser comes again once, after the time that the server asked for;
 * then this tries after 1, 2, 4 … 30 s, each moved by up to half so that many pages do not come at once. Returns how
 * to stop.
 */
export function follow(url: string, handlers: Handlers, around: Surroundings = browser()): () => void {
  let source: EventSourceLike | null = null;
  let timer: number | null = null;
  let failures = 0;
  let comesAgain = true;

  function connect() {
    source = around.open(url);
    source.onopen = () => {
      failures = 0;
      comesAgain = true;
      handlers.onOpen();
    };
    source.onerror = retry;
    source.addEventListener("job", ({ data }) => {
      const event = parseEvent(data);
      if (event) handlers.onEvent(event);
    });
  }

  function retry() {
    const asked = comesAgain && source?.readyState === CONNECTING;
    comesAgain = false;
    if (asked) return;
    disconnect();
    const delay = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures++);
    timer = around.later(connect, delay * (0.5 + around.random()));
  }

  function disconnect() {
    source?.close();
    source = null;
    if (timer !== null) around.forget(timer);
    timer = null;
  }

  connect();
  return disconnect;
}

function parseEvent(data: string): JobEvent | null {
  try {
    const event = JSON.parse(data);
    const known = typeof event.id === "string" && JOB_STATUSES.includes(event.status) &&
      typeof event.progress?.done === "number" && typeof event.message === "string";
    return known ? event : null;
  } catch {
    return null;
  }
}

function browser(): Surroundings {
  return {
    open: (url) => new EventSource(url) as unknown as EventSourceLike,
    later: (run, ms) => setTimeout(run, ms) as unknown as number,
    forget: (timer) => clearTimeout(timer),
    random: Math.random,
  };
}
