import assert from "node:assert/strict";
import { LISTS } from "../../domain/lists/difference_fixture.ts";
import { QUOTED_EMPTY } from "../../domain/lists/row.ts";
import { recordsOf } from "../../domain/lists/row_fixture.ts";
import described from "../../domain/lists/testdata/differences.json" with { type: "json" };
import { ROWS } from "./rows_fixture.ts";

/** Said of everybody, whether they differ or not: 今年の本人情報差分リスト shows every value of these. */
const OF_EVERYBODY = ["依頼ステータス", "対象外理由"];
/** Fewer than one in a hundred earn so much. */
const RARE = "B：給与収入1,095万円を超える（給与以外の収入がある場合は、合計所得900万円超）";
/** Ours, or of another page (reference/csv-columns.md §1, 2.2). */
const MORE = ["", "-", QUOTED_EMPTY, "収入対象外候補", "他の所得者が控除を受ける扶養親族"];

/** The page prints one code in full width, surely a slip; a running number stands for every number. */
function patternOf(allowed: string): RegExp {
  const text = { "２": "2", "被扶養者n": "被扶養者\\d+", "扶養親族1〜15": "扶養親族\\d+" }[allowed];
  return new RegExp(`^${text ?? RegExp.escape(allowed)}$`);
}

for (const [key, columns] of Object.entries(described)) {
  const records = ROWS.flatMap((row) => recordsOf(LISTS[key]!, row));
  const cellsOf = (header: string) => [...new Set(records.map((record) => record[header]!))];

  Deno.test(`${key} of the sample company: no column is blank, and no value is missing or unknown`, () => {
    for (const column of columns) {
      const { header } = column;
      const found = cellsOf(header);
      const isOfEverybody = OF_EVERYBODY.includes(header) && key !== "this_year_self_diff";
      assert(isOfEverybody || found.some((cell) => cell !== ""), header);
      if (!("allowed" in column)) continue;
      const patterns = column.allowed!.map(patternOf);
      const unknown = found.filter((cell) => !MORE.includes(cell) && !patterns.some((one) => one.test(cell)));
      assert.deepEqual(unknown, [], header);
      if (isOfEverybody) continue;
      const missing = column.allowed!.filter((_, i) => !found.some((cell) => patterns[i]!.test(cell)));
      assert.deepEqual(missing.filter((value) => value !== RARE), [], header);
    }
  });
}
