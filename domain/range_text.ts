import type { OwnDepartment, Range } from "./range.ts";

const OWN: Record<Exclude<OwnDepartment, "none">, string> = {
  itself: "本人が所属する部署",
  below: "本人が所属する部署の配下の部署",
  both: "本人が所属する部署＋配下の部署",
};

/** 操作できる範囲 in words, a line a condition. */
export function rangeText(range: Range): string[] {
  if (range.kind === "all") return ["すべての従業員"];
  if (range.kind === "own") return ["本人のみ"];
  const { departments, below = [], employmentTypes, ownDepartment = "none" } = range;
  const both = departments.filter((name) => below.includes(name));
  const named = [
    ...(ownDepartment === "none" ? [] : [OWN[ownDepartment]]),
    ...both.map((name) => `${name}＋配下の部署`),
    ...departments.filter((name) => !both.includes(name)),
    ...below.filter((name) => !both.includes(name)).map((name) => `${name}の配下の部署`),
  ];
  return [
    `本人＋部署：${named.length > 0 ? named.join("、") : "すべて"}`,
    `雇用形態：${employmentTypes.length > 0 ? employmentTypes.join("、") : "すべて"}`,
  ];
}
