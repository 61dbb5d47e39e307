import type { Mutation } from "../kv/commit.ts";
import type { Checkpoint } from "./engine/records.ts";
import { SKIPPED } from "./engine/counts.ts";
import type { Execution } from "./engine/execution.ts";
import type { Outputs } from "./engine/outputs.ts";

/** Row errors that wait for a seal: one commit takes them with the records of the files. */
const MOST_WAITING = 100;

/** A file may have some 300 parts (outputs.ts): the more it has, the longer it is to the next; so they last for most of a day. */
const SLOWER_AFTER_PARTS = 50;

/** When what a job writes to files is sealed on its way, so that another attempt need not begin anew. */
export interface Seals {
  /** Seals when so much of the time between two seals is over; all of it unless said. */
  ifDue(share?: number): Promise<void>;
  /** Keeps mutations for the next seal, with which `x.checkpoint` goes that counts on them. */
  add(mutations: readonly Mutation[]): Promise<void>;
  /** Seals what waits for it, if something does. */
  flush(): Promise<void>;
  /** Takes everything back to the last seal. */
  rewind(): Promise<void>;
}

/** The seals of an attempt, `everyMs` apart (design §4.5). */
export function sealsOf(x: Execution, outputs: Outputs, everyMs: number): Seals {
  let at = performance.now();
  let waiting: Mutation[] = [];

  async function seal() {
    await outputs.seal(x.checkpoint, waiting);
    waiting = [];
    at = performance.now();
  }

  return {
    async ifDue(share = 1) {
      const wait = share * everyMs * (1 + outputs.parts / SLOWER_AFTER_PARTS);
      if (performance.now() - at >= wait) await seal();
    },
    async add(mutations) {
      waiting.push(...mutations);
      if (waiting.length >= MOST_WAITING) await seal();
    },
    async flush() {
      if (waiting.length > 0) await seal();
    },
    async rewind() {
      waiting = [];
      await outputs.rewind();
      x.checkpoint = rewound(x);
    },
  };
}

/** What is sealed, and what was said once at the beginning. */
function rewound({ stored, checkpoint: { total, counts } }: Execution): Checkpoint {
  const skipped = Object.entries(counts).filter(([name]) => name.startsWith(SKIPPED));
  return { ...stored, total, counts: { ...stored.counts, ...Object.fromEntries(skipped) } };
}
