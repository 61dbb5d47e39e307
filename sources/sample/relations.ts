import type { RelationEntry } from "../../domain/master.ts";

/** 続柄, each with the source's preset and whether it is a child's. */
const NAMES = [
  ["妻", "wife", false],
  ["夫", "husband", false],
  ["父", "father", false],
  ["母", "mother", false],
  ["長男", "first_son", true],
  ["次男", "second_son", true],
  ["長女", "first_daughter", true],
  ["次女", "second_daughter", true],
  ["子", "child", true],
  ["祖母", "grandmother", false],
  ["弟", "younger_brother", false],
  ["義母", null, false],
] as const;

/** 続柄 that the relatives of sample people have. */
export type RelationName = typeof NAMES[number][0];

/** 続柄 of the sample companies, in the order that people choose from. */
export const RELATIONS: RelationEntry[] = NAMES.map(([name, preset, isChild], i) => ({
  sourceId: `relation-${i + 1}`,
  name,
  preset,
  isChild,
}));

const byName = new Map(RELATIONS.map((entry) => [entry.name, entry]));

/** The 続柄 as a relative carries it. */
export function relationOf(name: RelationName) {
  const { preset, isChild } = byName.get(name)!;
  return { name, preset, isChild };
}
