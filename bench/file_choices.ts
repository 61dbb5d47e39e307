/**
 * Why files are written and read the way they are (kv/files): which cipher, how many commits under way, how many
 * reads. Prints MB/s over 32 MiB, medians of interleaved rounds. `deno run -A bench/file_choices.ts [rounds]`
 */
import { createCipheriv } from "node:crypto";

const CHUNKS = 512;
const CHUNK_BYTES = 65_520;
const PER_COMMIT = 12;
const PER_READ = 8;

const rounds = Number(Deno.args[0] ?? 5);
const folder = await Deno.makeTempDir();
const kv = await Deno.openKv(`${folder}/blobs.db`);
const secret = crypto.getRandomValues(new Uint8Array(32));
const key = await crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt", "decrypt"]);
const plain = crypto.getRandomValues(new Uint8Array(CHUNK_BYTES));

function nonce(n: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12);
  new DataView(bytes.buffer).setUint32(8, n);
  return bytes;
}

async function webSeal(n: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce(n) }, key, plain));
}

function nodeSeal(n: number): Uint8Array<ArrayBuffer> {
  const cipher = createCipheriv("aes-256-gcm", secret, nonce(n));
  const sealed = new Uint8Array(CHUNK_BYTES + 16);
  sealed.set(cipher.update(plain));
  cipher.final();
  sealed.set(cipher.getAuthTag(), CHUNK_BYTES);
  return sealed;
}

/** Starts `count` pieces of work in order, at most `atOnce` of them under way. */
async function inOrder(count: number, atOnce: number, work: (i: number) => Promise<unknown>): Promise<void> {
  const underWay: Promise<unknown>[] = [];
  for (let i = 0; i < count; i++) {
    if (underWay.length === atOnce) await underWay.shift();
    underWay.push(work(i));
  }
  await Promise.all(underWay);
}

function seals(atOnce: number, seal: (n: number) => Promise<unknown>) {
  return () => inOrder(CHUNKS, atOnce, seal);
}

/** Sealing beside the commits, as chunk_sink.ts does it. */
function writes(commits: number) {
  return () =>
    inOrder(Math.ceil(CHUNKS / PER_COMMIT), commits + 1, async (batch) => {
      const chunks = await Promise.all(Array.from({ length: PER_COMMIT }, (_, i) => webSeal(batch + i)));
      const atomic = kv.atomic();
      chunks.forEach((chunk, i) => atomic.set(["c", batch * PER_COMMIT + i], chunk, { expireIn: 1e9 }));
      await atomic.commit();
    });
}

/** Opening beside the reads, as chunk_source.ts does it. */
function reads(underWay: number) {
  return () =>
    inOrder(CHUNKS / PER_READ, underWay, async (i) => {
      const [start, end] = [["c", i * PER_READ], ["c", (i + 1) * PER_READ]];
      const opened: Promise<ArrayBuffer>[] = [];
      for await (
        const { value } of kv.list<Uint8Array<ArrayBuffer>>({ start, end }, { batchSize: PER_READ })
      ) {
        opened.push(crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce(numberOf(i, opened)) }, key, value));
      }
      await Promise.all(opened);
    });
}

/** The nonce that `writes` gave chunk `i * PER_READ + read`. */
function numberOf(i: number, { length }: { length: number }): number {
  const n = i * PER_READ + length;
  return Math.floor(n / PER_COMMIT) + n % PER_COMMIT;
}

const choices: [string, () => Promise<void>][] = [
  ["seal: node:crypto", seals(1, (n) => Promise.resolve(nodeSeal(n)))],
  ["seal: WebCrypto, one at a time", seals(1, webSeal)],
  ["seal: WebCrypto, 12 under way", seals(12, webSeal)],
  ["write: 1 commit under way", writes(1)],
  ["write: 2 commits", writes(2)],
  ["write: 4 commits", writes(4)],
  ["read: 1 read under way", reads(1)],
  ["read: 2 reads", reads(2)],
  ["read: 3 reads", reads(3)],
  ["read: 4 reads", reads(4)],
];

const results = choices.map((): number[] => []);
for (let round = 0; round <= rounds; round++) {
  for (const [i, [, work]] of choices.entries()) {
    const start = performance.now();
    await work();
    // The first round warms up.
    if (round > 0) results[i]?.push(CHUNKS * CHUNK_BYTES / 1e3 / (performance.now() - start));
  }
}

console.log("| 32 MiB | MB/s |\n|---|---|");
for (const [i, [name]] of choices.entries()) {
  const sorted = (results[i] ?? []).toSorted((a, b) => a - b);
  console.log(`| ${name} | ${sorted[sorted.length >> 1]?.toFixed(0)} |`);
}
kv.close();
await Deno.remove(folder, { recursive: true });
