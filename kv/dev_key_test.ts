import assert from "node:assert/strict";
import { join } from "node:path";
import { loadKeyring } from "./dev_key.ts";
import { newRingEntry } from "./keyring.ts";

Deno.test("development makes one key beside the database, for its owner's eyes only", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const source = { encryptionKey: null, kvPath: join(folder, "data", "nencho.db") };
    const together = await Promise.all([1, 2, 3, 4].map(() => loadKeyring(source)));
    for (const ring of together) assert.deepEqual(ring, together[0]);
    assert.deepEqual(await loadKeyring(source), together[0]);
    const files = [...Deno.readDirSync(join(folder, "data"))].map(({ name }) => name);
    assert.deepEqual(files, ["dev.key"]);
    const { mode } = await Deno.stat(join(folder, "data", "dev.key"));
    assert.equal((mode ?? 0) & 0o777, 0o600);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a key of the environment makes no file; a database in memory gets a key of its own", async () => {
  const folder = await Deno.makeTempDir();
  const kvPath = join(folder, "nencho.db");
  const { keys } = await loadKeyring({ encryptionKey: newRingEntry("given"), kvPath });
  assert.equal(keys[0].id, "given");
  assert.deepEqual([...Deno.readDirSync(folder)], []);
  const [one, two] = await Promise.all(
    [1, 2].map(() => loadKeyring({ encryptionKey: null, kvPath: ":memory:" })),
  );
  assert.notDeepEqual(one, two);
  await Deno.remove(folder, { recursive: true });
});
