import assert from "node:assert/strict";
import { CASES, csvsOf } from "../handmade/downloads.ts";
import { layDown } from "../handmade/expected.ts";
import { smallSampleCompany } from "./sample_company.ts";

/*
 * Golden files: every list of a small sample company, of all groups, as it was when somebody last looked at it. They lie
 * on their side, as those of ../handmade. `UPDATE_GOLDEN=1 deno test -A jobs/golden` writes them anew: read the diff.
 */

const TESTDATA = new URL("./testdata/", import.meta.url);
const UPDATE = Deno.env.get("UPDATE_GOLDEN") === "1";

async function check(name: string, bytes: Uint8Array, above = 0): Promise<void> {
  const found = layDown(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), above);
  const url = new URL(`${name}.csv`, TESTDATA);
  if (UPDATE) await Deno.writeTextFile(url, found);
  assert.equal(found, await Deno.readTextFile(url), `${name}: see UPDATE_GOLDEN in CONTRIBUTING.md`);
}

Deno.test("the lists of the sample company are those that somebody has read", async (t) => {
  await using c = await smallSampleCompany();
  for (const one of CASES) {
    await t.step(one.lists.join(), async () => {
      const files = await csvsOf(c, one, null);
      assert.equal(files.length, one.lists.length);
      for (const [i, name] of one.lists.entries()) await check(name, files[i]!, one.above);
    });
  }
});

Deno.test("no golden file is left of a list that is there no more", async () => {
  const names = new Set(CASES.flatMap(({ lists }) => lists).map((name) => `${name}.csv`));
  const files = await Array.fromAsync(Deno.readDir(TESTDATA), ({ name }) => name);
  assert.deepEqual(new Set(files), names);
});
