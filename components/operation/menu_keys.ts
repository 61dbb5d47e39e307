/**
 * Which item of an open menu a key leads to, wrapping at both ends; null when the key is none of the menu's.
 * @param index the item that has the focus, -1 when none
 */
export function itemForKey(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (index + 1) % count;
  if (key === "ArrowUp") return index <= 0 ? count - 1 : index - 1;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
