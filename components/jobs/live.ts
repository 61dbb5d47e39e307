import { JOB_STATUSES, type JobEvent } from "../../jobs/view.ts";

/** The part of EventSource that is used. */
export interface EventSourceLike {
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
  visible(): boolean;
  /** Calls `run` whenever the page is shown or hidden; returns how to stop that. */
  onVisibility(run: () => void): () => void;
  random(): number;
}

interface Handlers {
  onEvent(event: JobEvent): void;
  /** Connected, again too: what ended meanwhile has to be read from the server. */
  onOpen(): void;
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/**
 * Follows the event stream while the page is visible; after an error it tries again after 1, 2, 4 … 30 s, each moved
 * by up to a fifth so that many pages do not come at once. Returns how to stop.
 */
export function follow(url: string, handlers: Handlers, around: Surroundings = browser()): () => void {
  let source: EventSourceLike | null = null;
  let timer: number | null = null;
  let failures = 0;

  function connect() {
    if (source !== null || !around.visible()) return;
    source = around.open(url);
    source.onopen = () => {
      failures = 0;
      handlers.onOpen();
    };
    source.onerror = retry;
    source.addEventListener("job", ({ data }) => {
      const event = parseEvent(data);
      if (event) handlers.onEvent(event);
    });
  }

  function retry() {
    disconnect();
    const delay = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures++);
    timer = around.later(connect, delay * (0.8 + around.random() * 0.4));
  }

  function disconnect() {
    source?.close();
    source = null;
    if (timer !== null) around.forget(timer);
    timer = null;
  }

  const unwatch = around.onVisibility(() => (around.visible() ? connect() : disconnect()));
  connect();
  return () => {
    unwatch();
    disconnect();
  };
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
    visible: () => document.visibilityState === "visible",
    onVisibility: (run) => {
      document.addEventListener("visibilitychange", run);
      return () => document.removeEventListener("visibilitychange", run);
    },
    random: Math.random,
  };
}
