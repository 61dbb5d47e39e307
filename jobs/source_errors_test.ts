import assert from "node:assert/strict";
import type { Refused } from "./operation.ts";
import { sourceErrors } from "./source_errors.ts";
import { masterOf, person } from "./test_tools.ts";

const PEOPLE = Array.from({ length: 40 }, (_, i) => person(`c${i + 1}`, { lastName: `姓${i + 1}` }));
const refused = (line: number, key = `c${line}`): Refused => ({
  line,
  key,
  reason: "原因。対処。",
  params: {},
});

/** Pages of ten, and the places from which pages were asked for. */
function paged(people = PEOPLE) {
  const asked: number[] = [];
  const source = masterOf([], {
    async *employees(from = 0) {
      asked.push(from);
      for (let i = from; i < people.length; i += 10) yield await Promise.resolve(people.slice(i, i + 10));
    },
  });
  return { source, asked };
}

const rowsOf = async (source: ReturnType<typeof masterOf>, ...batches: Refused[][]) =>
  (await Array.fromAsync(sourceErrors({ source }, ReadableStream.from(batches)).rows)).flat();

Deno.test("each refused person is named by the place in the source; pages without any are not read", async () => {
  const { source, asked } = paged();
  const rows = await rowsOf(source, [refused(2), refused(10), refused(11)], [refused(35)]);
  assert.deepEqual(rows, [2, 10, 11, 35].map((n) => [`c${n}`, `姓${n}`, "花子", "原因。対処。"]));
  assert.deepEqual(asked, [1, 34]);
});

Deno.test("somebody who stands elsewhere by now, or nowhere, has no name", async () => {
  const { source } = paged(PEOPLE.slice(1));
  const rows = await rowsOf(source, [refused(3), refused(40), refused(400)]);
  assert.deepEqual(rows.map(([code, last, first]) => [code, last, first]), [
    ["c3", "", ""],
    ["c40", "", ""],
    ["c400", "", ""],
  ]);
});
