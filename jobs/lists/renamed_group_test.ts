import assert from "node:assert/strict";
import { commitChange } from "../../kv/guarded.ts";
import { wrapCommitter } from "../engine/test_tools.ts";
import type { Company, CompanyOptions } from "../test_tools.ts";
import { download, HEAD, take, twoGroups } from "./download_fixture.ts";

/** Another name for 本社, as somebody gives it on its page. */
async function rename({ files, committer, stores: { groups, members } }: Company): Promise<void> {
  const group = (await groups.get(HEAD))!;
  await commitChange(files.kv, committer, {
    guards: [groups.guard(), members.guard(HEAD)],
    compute: () => Promise.resolve(groups.update(group, { ...group, name: "東京本社" })),
  });
}

async function company(options: CompanyOptions): Promise<Company> {
  const c = await twoGroups(options);
  for (const code of ["000001", "000002"]) await take(c, HEAD, code, {});
  return c;
}

Deno.test("a group gets another name while its download lies half written: the next attempt goes on in the same files", async () => {
  await using clean = await company({ sealAfterMs: -1 });
  const expected = await download(clean, "download_differences", HEAD);
  assert.match(expected.files[0]!.name, /^差分リスト_本社_/);
  for (let at = 0;; at++) {
    let n = 0;
    let die = () => {};
    await using c: Company = await company({
      sealAfterMs: -1,
      committerOfWorkers: (committer) =>
        wrapCommitter(committer, async (_, commit) => {
          const committed = await commit();
          if (n++ !== at) return committed;
          await rename(c);
          die();
          return await new Promise(() => {});
        }),
    });
    die = c.breakWorkers;
    const { job, files } = await download(c, "download_differences", HEAD);
    assert.equal(job.message, expected.job.message, `commit ${at}`);
    assert.deepEqual(files, expected.files, `commit ${at}`);
    if (n > at) continue;
    assert.ok(at >= 4, "the ZIP, its two files and a seal");
    break;
  }
});
