/** What is ticked: some rows of the page, or all that match the filter, on whatever page. */
export type Selection = { kind: "some"; ids: ReadonlySet<string> } | { kind: "all" };

export const NOTHING: Selection = { kind: "some", ids: new Set() };

/** True when the row is ticked. */
export function isTicked(selection: Selection, id: string): boolean {
  return selection.kind === "all" || selection.ids.has(id);
}

/** Ticks a row or takes its tick away. From "all that match" it comes back to the rows of the page. */
export function toggle(selection: Selection, id: string, page: readonly string[]): Selection {
  const ids = new Set(selection.kind === "all" ? page : selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { kind: "some", ids };
}

/** How much of the page is ticked: the state of the box in its header. */
export function pageState(selection: Selection, page: readonly string[]): "none" | "mixed" | "all" {
  const ticked = page.filter((id) => isTicked(selection, id)).length;
  if (ticked === 0) return "none";
  return ticked === page.length ? "all" : "mixed";
}

/** Ticks the whole page, or nothing when it was ticked. */
export function togglePage(selection: Selection, page: readonly string[]): Selection {
  return pageState(selection, page) === "all" ? NOTHING : { kind: "some", ids: new Set(page) };
}

/** What a list holds, as its sentences name and count it. */
export interface Words {
  /** 依頼, 従業員. */
  noun: string;
  /** 件, 名. */
  counter: string;
}

/** What the page says of the selection; `total`: how many match in all, null where it is not known. */
export function describe(selection: Selection, total: number | null, { noun, counter }: Words): string {
  if (selection.kind === "some") {
    return selection.ids.size === 0 ? "" : `${selection.ids.size}${counter}の${noun}が選択されています。`;
  }
  if (total === null) return `条件に合う${noun}すべてが選択されています。`;
  return `一覧の${noun}${total.toLocaleString("ja-JP")}${counter}すべてが選択されています。`;
}
