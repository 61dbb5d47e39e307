import assert from "node:assert/strict";
import { exampleRow } from "../../domain/lists/example_fixture.ts";
import { declare, declaredCompany } from "../collected_fixture.ts";
import { wrapCommitter } from "../engine/test_tools.ts";
import type { Company, CompanyOptions, Ended } from "../test_tools.ts";

/** A download of all groups: its choices, and the configuration that it is about. */
interface Download {
  name: string;
  fields: [string, string][];
  options?: CompanyOptions;
}

const DOWNLOADS: Download[] = [
  {
    name: "すべての申告情報",
    fields: [["format", "generic"], ["item", "all"], ["year", "this"]],
  },
  {
    name: "保険料控除の情報・縦並び",
    fields: [["format", "generic"], ["item", "insurance"], ["layout", "vertical"]],
  },
  {
    name: "給与奉行形式 in Shift_JIS, whose replaced characters are told once",
    fields: [["format", "bugyo"]],
    options: { bugyoEncoding: "shift_jis" },
  },
];

/** 本社 and 工場, in each of which somebody has a name that Shift_JIS lacks. */
async function company(options: CompanyOptions = {}): Promise<Company> {
  const { declaration, ...rest } = exampleRow();
  const rare = { ...rest, declaration: { ...declaration, self: { ...declaration.self, lastName: "𠮷田" } } };
  const c = await declaredCompany(() => rare, options);
  await declare(c, 3, rare);
  return c;
}

async function download(c: Company, { fields }: Download): Promise<Ended> {
  const { id } = await c.accept({ operation: "download_collected_information", group: null, fields });
  return await c.ended(id);
}

const outcome = ({ job, result, files }: Ended) => ({
  status: job.status,
  message: job.message,
  details: result.details,
  errors: result.errors,
  files: files.map(({ name, bytes }) => [name, bytes] as const),
});

/** What comes of it when the worker dies at its commit number `at`, before it is written or after; null: it makes fewer. */
async function afterDeath(what: Download, at: number, written: boolean) {
  let n = 0;
  let die = () => {};
  const dead = new Promise<never>(() => {});
  await using c = await company({
    ...what.options,
    sealAfterMs: -1,
    committerOfWorkers: (committer) =>
      wrapCommitter(committer, async (_, commit) => {
        if (n++ !== at) return await commit();
        if (written) await commit();
        die();
        return await dead;
      }),
  });
  die = c.breakWorkers;
  const found = outcome(await download(c, what));
  return n > at ? found : null;
}

for (const what of DOWNLOADS) {
  Deno.test(`${what.name}: at whatever commit its worker dies, all is as after one clean run`, async () => {
    await using c = await company(what.options);
    const clean = outcome(await download(c, what));
    for (const written of [false, true]) {
      let at = 0;
      for (;; at++) {
        const found = await afterDeath(what, at, written);
        if (found === null) break;
        assert.deepEqual(found, clean, `commit ${at}`);
      }
      assert.ok(at >= 2, "each group is sealed");
    }
  });
}
