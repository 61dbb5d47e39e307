import type { Collected } from "../declaration/collected.ts";
import { figuresOf } from "../declaration/computed/figures.ts";
import { MASTER } from "../declaration/declaration_fixture.ts";
import { newRequest } from "../request.ts";
import type { List } from "./list.ts";
import type { Row } from "./row.ts";

/** For tests: the row of an employee of 2026 of whom this is collected, and of whose family the master said nothing. */
export function rowOf(collected: Collected, more: Partial<Row> = {}): Row {
  const { profile: _, ...master } = MASTER;
  return {
    ...collected,
    company: "株式会社スマート",
    group: "依頼グループ1",
    employee: {
      ...master,
      v: 1,
      id: "e1",
      groupId: "g1",
      syncedAt: 0,
      code: "1",
      lastName: "須磨",
      firstName: "太郎",
    },
    request: newRequest("e1"),
    baseline: { self: MASTER, family: [], takenAt: null },
    figures: figuresOf(2026, collected),
    numbered: new Set(),
    ...more,
  };
}

/** For tests: the rows that a list has for an employee, each cell under its header. */
export function recordsOf<R>(list: List<R>, row: R): Record<string, string>[] {
  return list.rows(row).map((cells) => {
    if (cells.length !== list.header.length) throw new Error("a row is not as wide as its header");
    return Object.fromEntries(cells.map((cell, i) => [list.header[i]!, cell]));
  });
}
