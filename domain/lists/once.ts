import type { Row } from "./row.ts";

/** Remembers what `read` came to for a row: several columns, and several lists of one download, rest on it. */
export function once<T extends object>(read: (row: Row) => T): (row: Row) => T {
  const known = new WeakMap<Row, T>();
  return (row) => {
    const found = known.get(row) ?? read(row);
    known.set(row, found);
    return found;
  };
}
