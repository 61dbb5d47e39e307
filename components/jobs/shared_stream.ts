import type { Handlers } from "./live.ts";
import { whileVisible } from "./visible.ts";
import { followInOneWindow } from "./windows.ts";

const URL = "/background-jobs/events";

interface Stream {
  readers: Set<Handlers>;
  open: boolean;
  stop(): void;
}

/** How a stream is begun for one person; returns how it is stopped. */
type Start = (person: string, handlers: Handlers) => () => void;

const streams = new Map<string, Stream>();

/**
 * Follows the jobs that a person sees while the page is visible, together with everybody else on the page and with
 * the person's other windows. Returns how to stop; with its last reader the stream is let go.
 * @param person id of the account: what one person hears no window of another does
 * @param start replaced in tests
 */
export function followTogether(person: string, handlers: Handlers, start: Start = startVisible): () => void {
  const stream = streams.get(person) ?? begin(person, start);
  stream.readers.add(handlers);
  if (stream.open) handlers.onOpen();
  return () => {
    stream.readers.delete(handlers);
    if (stream.readers.size > 0 || streams.get(person) !== stream) return;
    streams.delete(person);
    stream.stop();
  };
}

function begin(person: string, start: Start): Stream {
  const stream: Stream = { readers: new Set(), open: false, stop: () => {} };
  streams.set(person, stream);
  stream.stop = start(person, {
    onEvent: (event) => [...stream.readers].forEach((reader) => reader.onEvent(event)),
    onOpen() {
      stream.open = true;
      [...stream.readers].forEach((reader) => reader.onOpen());
    },
  });
  return stream;
}

function startVisible(person: string, handlers: Handlers): () => void {
  return whileVisible(() => followInOneWindow(URL, `nencho.jobs.${person}`, handlers));
}
