import assert from "node:assert/strict";
import { z } from "zod";
import { read, readMany, readTogether, StoredValueError } from "./read.ts";

const schema = z.string();

Deno.test("under a key that is too long for the database nothing lies; the longest that it takes is read", async () => {
  using kv = await Deno.openKv(":memory:");
  const texts = ["x".repeat(1_990), "あ".repeat(660), "𠮷".repeat(490), "\0".repeat(990)];
  for (const text of texts) {
    await kv.set(["t", text], text);
    assert.equal((await read(kv, ["t", text], schema)).value, text);
    for (const longer of [text + text, text.repeat(2_000)]) {
      const nothing = { key: ["t", longer], value: null, versionstamp: null };
      assert.deepEqual(await read(kv, ["t", longer], schema), nothing);
      assert.deepEqual(await readMany(kv, [["t", longer], ["t", text]], schema), [
        nothing,
        await read(kv, ["t", text], schema),
      ]);
    }
  }
});

Deno.test("values of different kinds are read together, each as if alone", async () => {
  using kv = await Deno.openKv(":memory:");
  await kv.set(["t", "text"], "a");
  await kv.set(["t", "number"], 1);
  const asked = [[["t", "text"], schema], [["t", "none"], schema], [["t", "number"], z.number()]] as const;
  const alone = await Promise.all([
    read(kv, ["t", "text"], schema),
    read(kv, ["t", "none"], schema),
    read(kv, ["t", "number"], z.number()),
  ]);
  assert.deepEqual(await readTogether<[string, string, number]>(kv, ...asked), alone);
  const [text, nothing] = await readTogether(kv, [["t", "text"], schema], [["t", "x".repeat(3_000)], schema]);
  assert.equal(text.value, "a");
  assert.deepEqual([nothing.value, nothing.versionstamp], [null, null]);
  await assert.rejects(
    readTogether(kv, [["t", "text"], schema], [["t", "number"], schema]),
    StoredValueError,
  );
});
