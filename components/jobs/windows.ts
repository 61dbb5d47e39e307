import type { JobEvent } from "../../jobs/view.ts";
import { follow, type Handlers } from "./live.ts";

/** Where windows cannot share a stream, each asks this often instead. */
const ASK_MS = 5_000;
/** A window that has heard nothing for so long asks for itself: the one with the stream may stand still. */
const QUIET_MS = 30_000;

/** What one window tells the others: an event, or (null) that the stream is open, again too. */
type Message = JobEvent | null;

/** The part of BroadcastChannel that is used. */
export type Channel = Pick<BroadcastChannel, "postMessage" | "onmessage" | "close">;

/** What the windows of a browser have in common; tests give their own. */
export interface Windows {
  /** Web Locks and BroadcastChannel; null: not here, such as over http beside localhost. */
  shared: { locks: Pick<LockManager, "request">; channel(name: string): Channel } | null;
  follow: typeof follow;
  /** Calls `run` again and again; returns how to stop that. */
  every(ms: number, run: () => void): () => void;
}

/**
 * Follows the event stream together with the person's other visible windows. A browser has six connections for all
 * windows of a host (HTTP/1.1), and a stream keeps one: so the window that holds the lock has the stream and hands on
 * what it hears; when it goes, the next one has it. Where windows share nothing, no stream is opened at all. Returns
 * how to stop.
 * @param name the same in windows that may hear the same
 */
export function followInOneWindow(
  url: string,
  name: string,
  handlers: Handlers,
  windows: Windows = browser(),
): () => void {
  const { shared } = windows;
  if (shared === null) return ask(handlers, windows);
  const channel = shared.channel(name);
  const left = new AbortController();
  let quiet = false;
  let stopAsking = () => {};

  const tell = (message: Message) => channel.postMessage(message);
  channel.onmessage = ({ data }: { data: Message }) => {
    quiet = false;
    if (data === null) handlers.onOpen();
    else handlers.onEvent(data);
  };
  const stopListening = windows.every(QUIET_MS, () => {
    if (quiet) handlers.onOpen();
    quiet = true;
  });

  /** Has the stream until this window leaves. */
  function lead(): Promise<void> {
    if (left.signal.aborted) return Promise.resolve();
    stopListening();
    const over = Promise.withResolvers<void>();
    const stop = windows.follow(url, {
      onOpen() {
        tell(null);
        handlers.onOpen();
      },
      onEvent(event) {
        tell(event);
        handlers.onEvent(event);
      },
    });
    left.signal.addEventListener("abort", () => (stop(), over.resolve()), { once: true });
    return over.promise;
  }

  async function join({ locks }: NonNullable<Windows["shared"]>) {
    const led = await locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await lead();
      return lock !== null;
    });
    if (led || left.signal.aborted) return;
    // Another window has the stream, and what it was told at its beginning is past.
    handlers.onOpen();
    await locks.request(name, { signal: left.signal }, lead);
  }

  join(shared).catch(() => {
    // Left while it waited; or the browser keeps locks from this page.
    if (!left.signal.aborted) stopAsking = ask(handlers, windows);
  });

  return () => {
    left.abort();
    stopListening();
    stopAsking();
    channel.close();
  };
}

/** Without a stream: what is shown is read again and again. */
function ask({ onOpen }: Handlers, { every }: Windows): () => void {
  onOpen();
  return every(ASK_MS, onOpen);
}

function browser(): Windows {
  const able = navigator.locks !== undefined && typeof BroadcastChannel !== "undefined";
  return {
    shared: able ? { locks: navigator.locks, channel: (name) => new BroadcastChannel(name) } : null,
    follow,
    every(ms, run) {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
  };
}
