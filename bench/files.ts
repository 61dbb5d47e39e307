/**
 * Attachment MB/s against bare chunks of the same run: 64 MiB written by commits of 12 × 64 KiB, and read over HTTP
 * by a client on a thread of its own. Prints one row of the README's table for each; rounds alternate between bare
 * and ours, the row shows medians. `deno run -A bench/files.ts [rounds]`
 */
import type { Artifact } from "../kv/files/artifact.ts";
import { bytesOf } from "../kv/files/bytes.ts";
import { CHUNKS_PER_COMMIT } from "../kv/files/chunk_sink.ts";
import { deleteChunks } from "../kv/files/delete_chunks.ts";
import { newDraft } from "../kv/files/draft.ts";
import { STORED_BYTES } from "../kv/files/format.ts";
import { streamOf } from "../kv/files/stream.ts";
import { newRingEntry, parseKeyring } from "../kv/keyring.ts";

const SIZE = 64 * 1024 * 1024;
const TENANT = "bench";
const DAY_MS = 24 * 60 * 60_000;
/** What an export writes at once. */
const PIECE = 256 * 1024;
const CHUNKS_PER_LIST = 8;

const rounds = Number(Deno.args[0] ?? 7);
const folder = await Deno.makeTempDir();
const kv = await Deno.openKv(`${folder}/blobs.db`);
const keyring = parseKeyring(newRingEntry("bench"));
const piece = new Uint8Array(PIECE);
for (let at = 0; at < PIECE; at += 65_536) crypto.getRandomValues(piece.subarray(at, at + 65_536));

interface Served {
  bare: string;
  record: Artifact | null;
}
const served: Served = { bare: "", record: null };

async function writeBare(): Promise<void> {
  const part = served.bare = crypto.randomUUID();
  const chunk = piece.slice(0, STORED_BYTES);
  const count = SIZE / STORED_BYTES;
  for (let from = 0; from < count; from += CHUNKS_PER_COMMIT) {
    const atomic = kv.atomic();
    for (let n = from; n < Math.min(count, from + CHUNKS_PER_COMMIT); n++) {
      atomic.set([TENANT, part, n], chunk, { expireIn: DAY_MS });
    }
    await atomic.commit();
  }
}

async function writeOurs(): Promise<void> {
  const place = { blobKv: kv, keyring, tenant: TENANT, ttlMs: DAY_MS };
  const beginning = {
    id: "a",
    job: null,
    purpose: "attachment",
    n: 1,
    name: "",
    type: "",
    owner: "",
  } as const;
  const draft = await newDraft(place, beginning);
  for (let at = 0; at < SIZE; at += PIECE) await draft.write(piece);
  const { mutations: [record] } = await draft.publish();
  served.record = record?.type === "set" ? record.value as Artifact : null;
}

function bareBody(): ReadableStream<Uint8Array> {
  const chunks = kv.list<Uint8Array>({ prefix: [TENANT, served.bare] }, { batchSize: CHUNKS_PER_LIST });
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value.value);
    },
  }, { highWaterMark: 0 });
}

async function oursBody(): Promise<ReadableStream<Uint8Array>> {
  if (!served.record) throw new Error("nothing was written");
  const pieces = await bytesOf({ blobKv: kv, keyring }, TENANT, served.record, null);
  return streamOf(Infinity).start(pieces, () => Promise.resolve());
}

const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, async ({ url }) => {
  const body = new URL(url).pathname === "/bare" ? bareBody() : await oursBody();
  return new Response(body, { headers: { "content-length": String(SIZE) } });
});

const client = new Worker(
  URL.createObjectURL(
    new Blob([`onmessage = async ({ data }) => {
      let bytes = 0;
      for await (const piece of (await fetch(data)).body) bytes += piece.length;
      postMessage(bytes);
    };`]),
  ),
  { type: "module" },
);

async function download(path: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<number>();
  client.onmessage = ({ data }) => resolve(data);
  client.postMessage(`http://127.0.0.1:${server.addr.port}/${path}`);
  if (await promise !== SIZE) throw new Error("the download is not whole");
}

/** MB/s of `work`, which moves SIZE bytes. */
async function rate(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return SIZE / 1e3 / (performance.now() - start);
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}

async function discard(): Promise<void> {
  for (const part of served.record?.parts ?? []) await deleteChunks(kv, TENANT, part.id, part.chunks);
  for (let n = 0; n < SIZE / STORED_BYTES; n += 500) {
    const atomic = kv.atomic();
    for (let i = n; i < n + 500; i++) atomic.delete([TENANT, served.bare, i]);
    await atomic.commit();
  }
}

const results = { writeBare: [], writeOurs: [], readBare: [], readOurs: [] } as Record<string, number[]>;
for (let round = 0; round <= rounds; round++) {
  const now = {
    writeBare: await rate(writeBare),
    writeOurs: await rate(writeOurs),
    readBare: await rate(() => download("bare")),
    readOurs: await rate(() => download("ours")),
  };
  await discard();
  // The first round warms up.
  if (round > 0) { for (const [name, value] of Object.entries(now)) results[name]?.push(value); }
}

function row(what: string, bare: number[], ours: number[]): string {
  const ratio = median(ours.map((value, i) => value / (bare[i] ?? NaN)));
  const [mine, theirs] = [median(ours).toFixed(0), median(bare).toFixed(0)];
  return `| ${what}, 64 MiB | ${mine} MB/s | ${theirs} MB/s | ${ratio.toFixed(2)} of bare; target 0.70 |`;
}
console.log(
  "| what | ours | bare KV, same run | ratio |\n|---|---|---|---|",
);
console.log(row("attachment write", results.writeBare ?? [], results.writeOurs ?? []));
console.log(row("attachment HTTP read", results.readBare ?? [], results.readOurs ?? []));

client.terminate();
await server.shutdown();
kv.close();
await Deno.remove(folder, { recursive: true });
