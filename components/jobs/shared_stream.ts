import type { JobEvent } from "../../jobs/view.ts";
import { follow } from "./live.ts";

interface Handlers {
  onEvent(event: JobEvent): void;
  /** Connected, again too: what ended meanwhile has to be read from the server. */
  onOpen(): void;
}

interface Stream {
  readers: Set<Handlers>;
  open: boolean;
  stop(): void;
}

const streams = new Map<string, Stream>();

/**
 * Follows the event stream of this address together with everybody else on the page: a browser has six connections for
 * all its windows. Returns how to stop; with its last reader the stream is let go.
 * @param start replaced in tests
 */
export function followTogether(url: string, handlers: Handlers, start: typeof follow = follow): () => void {
  const stream = streams.get(url) ?? begin(url, start);
  stream.readers.add(handlers);
  if (stream.open) handlers.onOpen();
  return () => {
    stream.readers.delete(handlers);
    if (stream.readers.size > 0 || streams.get(url) !== stream) return;
    streams.delete(url);
    stream.stop();
  };
}

function begin(url: string, start: typeof follow): Stream {
  const stream: Stream = { readers: new Set(), open: false, stop: () => {} };
  streams.set(url, stream);
  stream.stop = start(url, {
    onEvent: (event) => [...stream.readers].forEach((reader) => reader.onEvent(event)),
    onOpen() {
      stream.open = true;
      [...stream.readers].forEach((reader) => reader.onOpen());
    },
  });
  return stream;
}
