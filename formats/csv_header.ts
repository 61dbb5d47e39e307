/** A column that an import knows. */
export interface HeaderColumn {
  name: string;
  required: boolean;
}

/** What a header comes to. */
export interface HeaderMatch<Name extends string = string> {
  /** For each cell of a record the column it belongs to; null: not read. */
  names: (Name | null)[];
  /** In Japanese, each naming its column; empty: the header fits. */
  problems: string[];
}

/** Our error CSVs end with this column; they are corrected and uploaded again as they are. */
export const ERROR_COLUMN = "エラー内容";

/** A file of another kind has a hundred wrong columns; nobody reads more than this. */
const MAX_PROBLEMS = 10;
const MAX_NAME_CHARS = 30;

/**
 * Finds `columns` in the header of a file by name, in any order. Names fit when they are equal after NFKC (full or
 * half width, brackets too) and trimming. A required column that is missing, and a column that is unknown, repeated
 * or nameless is a problem.
 */
export function matchHeader<Name extends string>(
  header: readonly string[],
  columns: readonly (HeaderColumn & { name: Name })[],
): HeaderMatch<Name> {
  const known = new Map(columns.map(({ name }) => [plainName(name), name]));
  const ignored = plainName(ERROR_COLUMN);
  const seen = new Map<Name, number>();
  const unknown: string[] = [];

  const names = header.map((cell, index) => {
    const name = known.get(plainName(cell));
    if (name !== undefined) seen.set(name, (seen.get(name) ?? 0) + 1);
    else if (plainName(cell) === "") unknown.push(`${index + 1}列目の項目名が空です`);
    else if (plainName(cell) !== ignored) unknown.push(`「${shorten(cell)}」は使えない項目名です`);
    return name ?? null;
  });

  const missing = columns.filter(({ name, required }) => required && !seen.has(name))
    .map(({ name }) => `「${name}」の列がありません`);
  const repeated = [...seen].filter(([, times]) => times > 1)
    .map(([name, times]) => `「${name}」の列が${times}つあります`);
  return { names, problems: cap([...missing, ...repeated, ...new Set(unknown)]) };
}

/** A column's name as names are compared. */
export function plainName(name: string): string {
  return name.replace(/^\ufeff/, "").normalize("NFKC").trim();
}

function shorten(name: string): string {
  const characters = [...name.trim()];
  return characters.length <= MAX_NAME_CHARS
    ? name.trim()
    : `${characters.slice(0, MAX_NAME_CHARS).join("")}…`;
}

function cap(problems: string[]): string[] {
  if (problems.length <= MAX_PROBLEMS) return problems;
  return [...problems.slice(0, MAX_PROBLEMS), `ほか${problems.length - MAX_PROBLEMS}件`];
}
