import assert from "node:assert/strict";
import { sysKeys } from "../../kv/keys.ts";
import { BEAT_MS, enrol, mortician, SILENCE_MS } from "./owner.ts";
import { allKeys, openStore, steppedMonotonic, type Store } from "./test_tools.ts";

const observer = ({ kv, committer }: Store, lockDir: string | null, monotonic = steppedMonotonic()) =>
  Object.assign(mortician({ kv, committer, lockDir, monotonic }), { monotonic });

async function withFolder(work: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    await work(`${folder}/owners`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a living owner's lock cannot be taken; one that left is dead and leaves nothing", async () => {
  await withFolder(async (folder) => {
    using store = await openStore();
    const owner = await enrol(store.committer, folder);
    const other = observer(store, folder);
    other.monotonic.pass(SILENCE_MS * 10);
    assert.equal(await other.isDead(owner.id), false);
    assert.equal(await other.isDead(owner.id), false);
    await owner.leave();
    assert.equal(await other.isDead(owner.id), true);
    assert.deepEqual(await allKeys(store.kv), []);
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  });
});

/** A process that enrols and then only lives. */
const CHILD = `
  import { enrol } from "${new URL("./owner.ts", import.meta.url)}";
  import { committerOf } from "${new URL("../../kv/commit.ts", import.meta.url)}";
  const kv = await Deno.openKv(Deno.args[0]);
  console.log((await enrol(committerOf(kv), Deno.args[1])).id);
  setInterval(() => {}, 1000);
`;

Deno.test("a process under SIGSTOP lives; after SIGKILL it is dead at once, by its lock alone", async () => {
  await withFolder(async (folder) => {
    await Deno.mkdir(folder);
    const [path, script] = [`${folder}/records.db`, `${folder}/child.ts`];
    await Deno.writeTextFile(script, CHILD);
    const config = new URL("../../deno.json", import.meta.url).pathname;
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "--config", config, script, path, folder],
      stdout: "piped",
    }).spawn();
    const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const id = ((await lines.read()).value ?? "").trim();
    const store = await openStore();
    const kv = await Deno.openKv(path);
    try {
      const other = observer({ ...store, kv }, folder);
      child.kill("SIGSTOP");
      other.monotonic.pass(SILENCE_MS * 10);
      assert.equal(await other.isDead(id), false);
      child.kill("SIGKILL");
      await child.status;
      assert.equal(await other.isDead(id), true);
    } finally {
      await lines.cancel();
      kv.close();
      store[Symbol.dispose]();
    }
  });
});

Deno.test("with beats alone 15 s of silence on the observer's own clock are death, whatever the wall clock says", async () => {
  using store = await openStore();
  const owner = await enrol(store.committer, null);
  const other = observer(store, null);
  assert.equal(await other.isDead(owner.id), false);
  store.pass(24 * 60 * 60 * 1000);
  assert.equal(await other.isDead(owner.id), false);
  other.monotonic.pass(SILENCE_MS - 1);
  assert.equal(await other.isDead(owner.id), false);
  await owner.beat();
  for (let i = 0; i < 4; i++) {
    other.monotonic.pass(BEAT_MS);
    assert.equal(await other.isDead(owner.id), i === 3);
  }
  await owner.beat();
  assert.equal(await other.isDead(owner.id), false);
});

Deno.test("an owner that was never seen alive gets its 15 s from the first look on", async () => {
  using store = await openStore();
  const owner = await enrol(store.committer, null);
  const late = observer(store, null);
  late.monotonic.pass(SILENCE_MS * 10);
  assert.equal(await late.isDead(owner.id), false);
  late.monotonic.pass(SILENCE_MS);
  assert.equal(await late.isDead(owner.id), true);
});

Deno.test("where its lock file cannot be found, an owner is judged by its beats: it may be of another host", async () => {
  await withFolder(async (folder) => {
    using store = await openStore();
    const owner = await enrol(store.committer, folder);
    for (const elsewhere of [observer(store, `${folder}/other`), observer(store, null)]) {
      assert.equal(await elsewhere.isDead(owner.id), false);
      elsewhere.monotonic.pass(SILENCE_MS - 1);
      assert.equal(await elsewhere.isDead(owner.id), false);
      elsewhere.monotonic.pass(1);
      assert.equal(await elsewhere.isDead(owner.id), true);
    }
    await owner.leave();
  });
});

Deno.test("a lock file is found by whoever knows the folder, by whatever path", async () => {
  await withFolder(async (folder) => {
    using store = await openStore();
    const owner = await enrol(store.committer, folder);
    const link = `${folder}-link`;
    await Deno.symlink(folder, link);
    const other = observer(store, link);
    await other.isDead(owner.id);
    other.monotonic.pass(SILENCE_MS * 10);
    assert.equal(await other.isDead(owner.id), false);
    await owner.leave();
  });
});

Deno.test("burying a dead owner takes away its record, beat and lock file", async () => {
  await withFolder(async (folder) => {
    using store = await openStore();
    await Deno.mkdir(folder);
    const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    await Deno.writeTextFile(`${folder}/${id}.lock`, "");
    await store.kv.set(sysKeys.owner(id), { v: 1, startedAt: 0, lockFile: `${id}.lock` });
    await store.kv.set(sysKeys.beat(id), { v: 1, n: 3 });
    const other = observer(store, folder);
    assert.equal(await other.isDead(id), true);
    await other.bury(id);
    assert.deepEqual(await allKeys(store.kv), []);
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  });
});
