import assert from "node:assert/strict";
import { cellsOf } from "../test_tools.ts";
import { CANARY, GROUPS, handmadeCompany } from "./company.ts";
import { CASES, csvsOf } from "./downloads.ts";
import { expectedList, fileOf, ofGroup, recordsOf } from "./expected.ts";

/*
 * Every list of the hand-made company (people in *.ts beside this file) against what a person worked out for it from
 * reference/csv-columns.md, in one group and in all, byte for byte (testdata/*.csv, lying on their side).
 */

const TESTDATA = new URL("./testdata/", import.meta.url);

async function compare(
  name: string,
  group: string | null,
  bytes: Uint8Array<ArrayBuffer>,
  above = 0,
): Promise<void> {
  const whole = await expectedList(TESTDATA, name);
  const expected = group ? ofGroup(whole, group) : whole;
  const lines = await cellsOf(bytes);
  const header = lines[above]!;
  const found = lines.slice(above + 1).map((cells) =>
    Object.fromEntries(cells.map((cell, i) => [header[i]!, cell] as const).filter(([, cell]) => cell !== ""))
  );
  const plain = recordsOf(expected).map((record) =>
    Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== '""'))
  );
  assert.deepEqual(found, plain, `${name} ${group ?? "すべて"}`);
  const order = [...expected.cells.keys()];
  assert.deepEqual(order, header.filter((one) => expected.cells.has(one)), `${name}: the order of columns`);
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  assert.equal(text, fileOf(expected, ...lines.slice(0, above + 1)), `${name} ${group ?? "すべて"}`);
  assert.ok(!text.includes(CANARY));
}

Deno.test("every list of twelve people says what a person worked out, of a group and of all", async (t) => {
  await using c = await handmadeCompany();
  for (const one of CASES) {
    for (const group of one.allOnly ? [null] : [...Object.keys(GROUPS), null]) {
      await t.step(`${one.lists.join()} ${group ?? "すべて"}`, async () => {
        const files = await csvsOf(c, one, group && GROUPS[group]!);
        assert.equal(files.length, one.lists.length);
        for (const [i, name] of one.lists.entries()) await compare(name, group, files[i]!, one.above);
      });
    }
  }
});
