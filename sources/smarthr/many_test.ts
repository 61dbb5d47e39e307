import assert from "node:assert/strict";
import type { MasterSource } from "../source.ts";
import { smarthrSource } from "../smarthr.ts";
import { serveSmarthr, wireCompany } from "./test_server.ts";

const EVERYBODY = 100_000;
const MB = 1024 * 1024;

/** Reads on from `from`, at most `until`; the answer is the position then. Checks that each person comes in turn. */
async function read(source: MasterSource, from: number, until: number, look: (at: number) => void) {
  let at = from;
  for await (const batch of source.employees(from)) {
    assert(batch.length <= 100);
    for (const { sourceId, code } of batch) {
      if (sourceId !== `crew-${at}` || Number(code) !== at + 1) assert.fail(`${sourceId} at ${at}`);
      at++;
    }
    look(at);
    if (at >= until) return at;
  }
  return at;
}

Deno.test("100,000 people are read to the end, over an end in the middle, without holding them", async () => {
  await using server = serveSmarthr(wireCompany(EVERYBODY));
  server.seen.push = () => 0;
  // What is left after a collection is what is held: the lowest of many looks, when most people were read.
  const start = Deno.memoryUsage().heapUsed;
  let held = Infinity;
  const look = (at: number) => {
    if (at > 0.7 * EVERYBODY) held = Math.min(held, Deno.memoryUsage().heapUsed - start);
  };
  const stopped = await read(smarthrSource(server.access), 0, 11_234, look);
  assert.equal(stopped, 11_300, "it goes on by pages");
  // Another attempt knows the position only.
  assert.equal(await read(smarthrSource(server.access), 11_234, Infinity, look), EVERYBODY);
  assert(held < 60 * MB, `${Math.round(held / MB)} MB`);
});
