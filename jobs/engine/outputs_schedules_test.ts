import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import fc from "fast-check";
import { type Committer, DatabaseLocked } from "../../kv/commit.ts";
import { readArtifact } from "../../kv/files/artifact.ts";
import { bytesOf } from "../../kv/files/bytes.ts";
import type { Files } from "../../kv/files/files.ts";
import { settleArtifact } from "../../kv/files/settle.ts";
import { newRingEntry, parseKeyring } from "../../kv/keyring.ts";
import { sysKeys } from "../../kv/keys.ts";
import { JobLost } from "./errors.ts";
import type { Execution } from "./execution.ts";
import { release } from "./lease.ts";
import { type Output, type Outputs, outputsOf } from "./outputs.ts";
import {
  acceptTest,
  allKeys,
  beginTest,
  claimTest,
  openStore,
  type Store,
  stored,
  TENANT,
} from "./test_tools.ts";

/** What is done to the files of a job. */
type Step =
  | { do: "write"; file: number; bytes: number }
  | { do: "seal" }
  | { do: "rewind" }
  /** The attempt is gone; `late`: it comes back after the next one has begun, and tries to seal. */
  | { do: "die"; late: boolean }
  /** The next commit does not come through, or does without its answer; the attempt is over. */
  | { do: "break"; answered: boolean };

/** Names of the files; the last two are parts of the first. */
const FILES = [{ name: "a.zip" }, { name: "b.csv" }, { name: "c.csv", inside: "a.zip" }, {
  name: "b.csv",
  inside: "a.zip",
}];
const HEAD = new Uint8Array([0xef, 0xbb, 0xbf]);

/** Sizes around those of a chunk and of a batch of them. */
const size = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(65_519, 65_520, 65_521, 800_000));
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("write" as const), file: fc.nat(FILES.length - 1), bytes: size }),
  },
  { weight: 3, arbitrary: fc.constant({ do: "seal" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "rewind" as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("die" as const), late: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("break" as const), answered: fc.boolean() }) },
);

/** Bytes that are nowhere the same, so that what is lost, repeated or swapped shows. */
function someOf(file: number, from: number, length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, i) => (from + i) * 31 + ((from + i) >> 8) * 7 + file * 101);
}

/** How many bytes of each file there are, those of its head left out. */
type Sizes = number[];

interface World {
  store: Store;
  files: Files;
  job: string;
  attempt(): Promise<{ x: Execution; outputs: Outputs; opened: Output[] }>;
  /** The next commit of the attempts is broken like this. */
  broken: { answered: boolean } | null;
}

async function openWorld(store: Store): Promise<World> {
  const blobKv = await Deno.openKv(":memory:");
  const keyring = parseKeyring(newRingEntry("test"));
  const job = await acceptTest(store);
  const files: Files = { kv: store.kv, committer: store.committer, blobKv, keyring };
  const world: World = { store, files, job, attempt, broken: null };
  const committer: Committer = {
    async commit(change, priority) {
      const broken = world.broken;
      world.broken = null;
      if (!broken || broken.answered) {
        const result = await store.committer.commit(change, priority);
        if (!broken) return result;
      }
      throw new DatabaseLocked("broken by the test");
    },
  };
  async function attempt() {
    const x = await beginTest(store, await claimTest(store, job), { committer });
    const outputs = outputsOf(x, { blobKv, keyring, ttlMs: 60_000 });
    const opened: Output[] = [];
    for (const file of FILES) opened.push(await outputs.open({ ...file, type: "text/csv", head: HEAD }));
    return { x, outputs, opened };
  }
  return world;
}

const lose = ({ store, job }: World) =>
  release(store.kv, store.committer, { tenant: TENANT, job, owner: "owner", token: null }, {
    why: "lost",
    withProcess: true,
  });

Deno.test("files written side by side hold, in any schedule of seals and deaths, what their positions say", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      using store = await openStore();
      const world = await openWorld(store);
      let now = await world.attempt();
      /** Where the attempt stands; the store says where the next one would go on. */
      let at: Sizes = FILES.map(() => 0);
      const zombies: (typeof now)[] = [];
      const sealedAt = async (): Promise<Sizes> => {
        const { checkpoint } = await stored(store.kv, world.job);
        const position = checkpoint?.position;
        return FILES.map((_, i) => Number(position?.[`f${i}`] ?? 0));
      };
      const next = () => ({
        ...now.x.checkpoint,
        position: Object.fromEntries(at.map((n, i) => [`f${i}`, n])),
        done: now.x.checkpoint.done + 1,
      });
      async function restart() {
        world.broken = null;
        await lose(world);
        now = await world.attempt();
        at = await sealedAt();
        for (const zombie of zombies.splice(0)) {
          await assert.rejects(zombie.outputs.seal({ ...zombie.x.checkpoint, done: 99 }), JobLost);
          await zombie.outputs.discard();
        }
      }

      for (const step of steps) {
        if (step.do === "write") {
          await now.opened[step.file]!.write(someOf(step.file, at[step.file]!, step.bytes));
          at[step.file]! += step.bytes;
        } else if (step.do === "seal") {
          await now.outputs.seal(next());
        } else if (step.do === "rewind") {
          await now.outputs.rewind();
          at = await sealedAt();
          now.x.checkpoint = now.x.stored;
        } else if (step.do === "die") {
          if (step.late) zombies.push(now);
          await restart();
        } else {
          world.broken = { answered: step.answered };
          await assert.rejects(now.outputs.seal(next()), DatabaseLocked);
          await restart();
        }
        assert.deepEqual(now.opened.map(({ size }) => size), at.map((n) => n + HEAD.length));
      }

      await now.outputs.seal(next());
      for (const [i, file] of now.opened.entries()) {
        const read = await new Response(ReadableStream.from(file.read())).bytes();
        assert.ok(Buffer.compare(read, whole(i, at[i]!)) === 0, `${FILES[i]!.name} as read`);
      }
      const { ids, change } = await now.outputs.publish();
      assert.ok((await store.committer.commit(change)).ok);
      assert.equal(ids.length, 2);
      const records = await Promise.all(ids.map((id) => readArtifact(store.kv, TENANT, id)));
      for (const [i, { value }] of records.entries()) {
        assert.equal(value!.name, FILES[i]!.name);
        const read = await new Response(ReadableStream.from(await bytesOf(world.files, TENANT, value!, null)))
          .bytes();
        assert.ok(Buffer.compare(read, whole(i, at[i]!)) === 0, `${FILES[i]!.name} as published`);
      }
      await sweep(world);
      assert.equal((await allKeys(store.kv, ["t", TENANT, "artifact"])).length, ids.length);
      const chunks = records.flatMap(({ value }) => value!.parts).reduce(
        (sum, part) => sum + part.chunks!,
        0,
      );
      assert.equal((await allKeys(world.files.blobKv)).length, chunks, "chunks of nobody");
      world.files.blobKv.close();
    }),
    { numRuns: 25 },
  );
});

/** Does what is due now. */
async function sweep({ store, files }: World): Promise<void> {
  for await (
    const { key, value } of store.kv.list<{ kind: string; id: string }>({ prefix: sysKeys.dues() })
  ) {
    if (value.kind === "artifact") {
      await settleArtifact(files, { at: Number(key[2]), tenant: TENANT, id: value.id });
    }
  }
}

function whole(file: number, length: number): Uint8Array {
  return Buffer.concat([HEAD, someOf(file, 0, length)]);
}
