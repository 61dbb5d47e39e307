/**
 * A database as a process meets it behind a network: every call takes a while, answers to commits get lost, and there is
 * no queue.
 */

/**
 * What becomes of a commit. `lost`: it is made and its answer lost, so that the client sends it again, as Deno's own
 * does (tests/support/kv_connect/server.ts). `torn`: it is made, and the client throws. `dead`: it is made, and the
 * process dies before it hears of it; `never`: the process dies first.
 */
export type CommitFate = "answered" | "lost" | "torn" | "dead" | "never";

export interface RemoteOptions {
  /** How long each call takes; 0: as long as it does. */
  delayMs?: number;
  /** There is a queue, as in an embedded database. */
  queue?: boolean;
  /** Decides over each commit, before it is sent. */
  fate?(): CommitFate;
  /** The process is to die now. */
  die?(): void;
  /** Resolves when there is a way to the database; what waited for one goes it then. */
  way?(): Promise<void>;
}

/** Puts a network before `inner`. */
export function remoteKv(
  inner: Deno.Kv,
  { delayMs = 5, queue = false, fate = () => "answered", die = () => {}, way }: RemoteOptions = {},
): Deno.Kv {
  async function call<T>(work: () => Promise<T>): Promise<T> {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    await way?.();
    const answer = await work();
    await way?.();
    return answer;
  }

  async function commit(change: () => Deno.AtomicOperation) {
    const met = fate();
    if (met === "never") return die(), await silence();
    const result = await call(() => change().commit());
    if (met === "dead") return die(), await silence();
    if (met === "torn") throw new Error("KV Connect failed to read response body: error reading a body");
    return met === "lost" ? await call(() => change().commit()) : result;
  }

  return offering({
    get: (key) => call(() => inner.get(key)),
    getMany: (keys) => call(() => inner.getMany(keys)),
    list(selector, options = {}) {
      const entries = inner.list(selector, options);
      const batch = options.batchSize ?? 100;
      let n = 0;
      // What comes in one batch takes as long as one call.
      return listing(entries, () => n++ % batch === 0 ? call(() => entries.next()) : entries.next());
    },
    atomic: () => recorded(inner, queue, commit),
    listenQueue: (handler) => queue ? inner.listenQueue(handler) : silence(),
    close: () => inner.close(),
  });
}

/** A process's life. */
export interface Life {
  dead: boolean;
}

/** The handle of a process that may die: from then on nothing is asked and nothing is answered. */
export function mortalKv(inner: Deno.Kv, life: Life): Deno.Kv {
  async function call<T>(work: () => Promise<T>): Promise<T> {
    if (life.dead) return await silence();
    try {
      return await work();
    } finally {
      if (life.dead) await silence();
    }
  }

  return offering({
    get: (key) => call(() => inner.get(key)),
    getMany: (keys) => call(() => inner.getMany(keys)),
    list(selector, options) {
      const entries = inner.list(selector, options);
      return listing(entries, () => call(() => entries.next()));
    },
    atomic() {
      const atomic = inner.atomic();
      const commit = atomic.commit.bind(atomic);
      return Object.assign(atomic, { commit: () => call(commit) });
    },
    listenQueue: (handler) => call(() => inner.listenQueue(handler)),
    close: () => inner.close(),
  });
}

/** What the product asks of a database. */
interface Offer {
  get(key: Deno.KvKey): Promise<Deno.KvEntryMaybe<unknown>>;
  getMany(keys: readonly Deno.KvKey[]): Promise<Deno.KvEntryMaybe<unknown>[]>;
  list(selector: Deno.KvListSelector, options?: Deno.KvListOptions): Deno.KvListIterator<unknown>;
  atomic(): Deno.AtomicOperation;
  listenQueue(handler: (message: unknown) => void): Promise<void>;
  close(): void;
}

function offering(offer: Offer): Deno.Kv {
  return offer as unknown as Deno.Kv;
}

function silence(): Promise<never> {
  return new Promise(() => {});
}

function listing<T>(
  inner: Deno.KvListIterator<T>,
  next: () => Promise<IteratorResult<Deno.KvEntry<T>>>,
): Deno.KvListIterator<T> {
  const list = {
    next,
    get cursor() {
      return inner.cursor;
    },
    [Symbol.asyncIterator]: () => list,
  };
  return list as Deno.KvListIterator<T>;
}

/** An atomic operation that is written down, so that it can be sent twice. */
function recorded(
  inner: Deno.Kv,
  queue: boolean,
  commit: (change: () => Deno.AtomicOperation) => Promise<Deno.KvCommitResult | Deno.KvCommitError>,
): Deno.AtomicOperation {
  const steps: ((atomic: Deno.AtomicOperation) => void)[] = [];
  let rings = false;
  const note = (step: (atomic: Deno.AtomicOperation) => void) => {
    steps.push(step);
    return atomic;
  };
  const atomic = {
    check: (...checks: Deno.AtomicCheck[]) => note((to) => to.check(...checks)),
    set: (key: Deno.KvKey, value: unknown, options?: { expireIn?: number }) =>
      note((to) => to.set(key, value, options)),
    delete: (key: Deno.KvKey) => note((to) => to.delete(key)),
    enqueue(value: unknown, options?: { backoffSchedule?: number[] }) {
      rings = true;
      return note((to) => to.enqueue(value, options));
    },
    async commit() {
      if (rings && !queue) throw new Error("Enqueue operations are not supported in KV Connect");
      return await commit(() => {
        const operation = inner.atomic();
        for (const step of steps) step(operation);
        return operation;
      });
    },
  } as unknown as Deno.AtomicOperation;
  return atomic;
}
