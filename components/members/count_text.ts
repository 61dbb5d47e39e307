import type { MenuItem } from "../../jobs/service.ts";

/** Until the numbers are there. */
export const COUNTING = "条件に合う従業員を数えています。";

/** What a deletion of all who match will do, in numbers; null: they could not be had. */
export function countText(count: { matching: number; deletable: number } | null): string {
  if (count === null) return "条件に合う従業員を数えられませんでした。";
  const [matching, deletable] = [count.matching, count.deletable].map((n) => n.toLocaleString("ja-JP"));
  return `条件に合う従業員は${matching}名です。このうち${deletable}名を削除できます。`;
}

/** The operation with a sentence before those of its dialog. */
export function withFirst(item: MenuItem, text: string): MenuItem {
  return { ...item, dialog: { ...item.dialog, description: [text, ...item.dialog.description] } };
}
