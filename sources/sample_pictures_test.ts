import assert from "node:assert/strict";
import { PROOFS } from "../domain/document_settings.ts";
import { signedType } from "../domain/declaration/picture_type.ts";
import { accountsOf } from "../kv/accounts.ts";
import { committerOf } from "../kv/commit.ts";
import type { Files } from "../kv/files/files.ts";
import { newRingEntry, parseKeyring } from "../kv/keyring.ts";
import { openDatabase } from "../kv/open.ts";
import { picturesOf } from "../kv/pictures.ts";
import { storesOf } from "../kv/stores.ts";
import { tenantsOf } from "../kv/tenants.ts";
import { seedSamplePictures } from "./sample_pictures.ts";
import { SAMPLE_FILES } from "./sample/answers_pictures.ts";
import { sampleCompany, setUpAt } from "./sample/companies.ts";
import { seedSampleCompanies } from "./seed_sample.ts";

const PEOPLE = 120;
const SAMPLE = { id: "sample", year: 2026 };

async function seeded() {
  const [kv, blobKv] = await Promise.all([openDatabase(":memory:"), openDatabase(":memory:")]);
  const committer = committerOf(kv);
  const files: Files = { kv, blobKv, committer, keyring: parseKeyring(newRingEntry("test")) };
  const accounts = accountsOf(kv, committer, { sessionSecret: "a secret of these tests, thirty-two" });
  await seedSampleCompanies({ kv, committer, tenants: tenantsOf(kv, committer), accounts }, PEOPLE);
  const close = () => [kv, blobKv].forEach((one) => one.close());
  return { files, [Symbol.dispose]: close };
}

/** Every picture that somebody's answers name, with its employee. */
async function namedPictures({ kv }: Files) {
  const stores = storesOf(kv, SAMPLE);
  const groups = await stores.groups.list();
  const members = (await Promise.all(groups.map(({ id }) => Array.fromAsync(stores.members.walk(id))))).flat(
    2,
  );
  const ids = members.map(({ employee }) => employee.id);
  const declarations = await stores.declarations.of(ids);
  return declarations.flatMap((one, n) => (one?.pictures ?? []).map((picture) => ({ id: ids[n]!, picture })));
}

Deno.test("every picture of the sample company opens as what its answers say, before any document", async () => {
  using database = await seeded();
  const { files } = database;
  await seedSamplePictures(files, PEOPLE);
  const named = await namedPictures(files);
  assert(named.length > 20, `${named.length}`);
  const startedAt = setUpAt(sampleCompany(PEOPLE));
  for (const { id, picture } of named) {
    const { body, type, size } = await picturesOf(files, SAMPLE).open(id, picture.id);
    const bytes = new Uint8Array(await new Response(body).arrayBuffer());
    assert.deepEqual([type, size, bytes.length], [picture.type, picture.size, picture.size]);
    assert.equal(signedType(bytes), picture.type);
    assert(picture.at > startedAt);
  }
});

Deno.test("a second start stores nothing again", async () => {
  using database = await seeded();
  const { files } = database;
  await seedSamplePictures(files, PEOPLE);
  const stored = async () => (await Array.fromAsync(files.kv.list({ prefix: [] }))).map(({ key }) => key);
  const before = await stored();
  await seedSamplePictures(files, PEOPLE);
  assert.deepEqual(await stored(), before);
});

Deno.test("the file of each proof is as large, and of the type, that is said of it", async () => {
  for (const proof of PROOFS) {
    const { name, type, size } = SAMPLE_FILES[proof];
    const bytes = await Deno.readFile(new URL(`./sample/pictures/${name}`, import.meta.url));
    assert.deepEqual([bytes.length, signedType(bytes)], [size, type], name);
  }
});
