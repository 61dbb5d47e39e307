/** Jobs that are remembered at most, running and told. */
const REMEMBERED = 50;

/** The part of localStorage that is used. */
export type WatchStorage = Pick<Storage, "getItem" | "setItem">;

interface Remembered {
  running: string[];
  told: string[];
}

/** Which of a person's jobs this browser waits for: shared by its windows, and by one page and the next. */
export interface JobWatch {
  /** Waits for the end of a job; not again for one that was told. */
  add(id: string): void;
  running(): string[];
  /** True for the one that is to tell of this end: no other window has. */
  take(id: string): boolean;
}

/** @param storage null where the browser has none: then each page remembers for itself */
export function jobWatch(storage: WatchStorage | null, name: string): JobWatch {
  let own: Remembered = { running: [], told: [] };

  function read(): Remembered {
    if (storage === null) return own;
    try {
      return remembered(JSON.parse(storage.getItem(name) ?? "{}"));
    } catch {
      return own;
    }
  }

  function write(next: Remembered) {
    own = { running: next.running.slice(-REMEMBERED), told: next.told.slice(-REMEMBERED) };
    try {
      storage?.setItem(name, JSON.stringify(own));
    } catch {
      // A full or forbidden storage: this page remembers for itself.
    }
  }

  return {
    add(id) {
      const { running, told } = read();
      if (!running.includes(id) && !told.includes(id)) write({ running: [...running, id], told });
    },
    running: () => read().running,
    take(id) {
      const { running, told } = read();
      if (told.includes(id) && !running.includes(id)) return false;
      write({
        running: running.filter((one) => one !== id),
        told: [...told.filter((one) => one !== id), id],
      });
      return !told.includes(id);
    },
  };
}

/** What another version or another program left there is nothing. */
function remembered(value: unknown): Remembered {
  const { running, told } = (value ?? {}) as Partial<Record<keyof Remembered, unknown>>;
  return { running: texts(running), told: texts(told) };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
