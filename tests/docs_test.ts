import { deepStrictEqual, ok } from "node:assert/strict";
import { posix } from "node:path";

const ROOT = new URL("../", import.meta.url);
const read = (path: string) => Deno.readTextFileSync(new URL(path, ROOT));

/** What people read first; `docs/decisions` besides. */
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...["operations.md", "developers.md", "data-handling.md", "guide.ja.md"].map((name) => `docs/${name}`),
  ...[...Deno.readDirSync(new URL("docs/decisions", ROOT))].map(({ name }) => `docs/decisions/${name}`),
];

const CODE = /```[\s\S]*?```|`[^`\n]*`/g;

/** Anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(text: string): Set<string> {
  const headings = text.replace(/```[\s\S]*?```/g, "").matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, title]) =>
      title!.toLowerCase().replace(/[^\p{L}\p{N}\p{M} _-]/gu, "").replaceAll(" ", "-")
    ),
  );
}

/** Links of a page that lead nowhere: to a file that is not there, or to a heading that it lacks. */
function brokenLinks(page: string): string[] {
  const targets = [...read(page).replace(CODE, "").matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
  return targets.filter((target) => {
    if (/^(https?|mailto):/.test(target)) return false;
    const [path = "", anchor] = decodeURI(target).split("#");
    const file = path === "" ? page : posix.join(posix.dirname(page), path);
    const there = isThere(file);
    return !there || (anchor !== undefined && !anchorsOf(read(file)).has(anchor));
  }).map((target) => `${page}: ${target}`);
}

function isThere(path: string): boolean {
  try {
    Deno.statSync(new URL(path, ROOT));
    return true;
  } catch {
    return false;
  }
}

Deno.test("no link of a document leads nowhere", () => {
  deepStrictEqual(PAGES.flatMap(brokenLinks), []);
});

Deno.test("the unit, the task and the benchmarks start the product with the same flags of V8", () => {
  const places = ["deploy/nencho@.service", "deno.json", "bench/built.ts"];
  const flags = places.map((place) => [...read(place).matchAll(/--v8-flags=[^\s"]+/g)].map(String));
  deepStrictEqual(flags, places.map(() => ["--v8-flags=--max-semi-space-size=8,--heap-growing-percent=50"]));
});

Deno.test("every variable of the configuration stands in the operations guide, and no other", () => {
  const guide = read("docs/operations.md").split("\n## Environment\n")[1]!.split("\n## ")[0]!;
  const rows = guide.split("\n").filter((line) => line.startsWith("| `")).map((line) => line.split("|")[1]!);
  const told = rows.flatMap((cell) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name!));
  const [, schema = ""] = /const environment = z\.object\(\{([\s\S]*?)\n\}\)/.exec(read("web/config.ts")) ??
    [];
  const known = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name!);
  ok(known.length > 20);
  // Who runs there does not set it: Deno Deploy does.
  deepStrictEqual(told.toSorted(), known.filter((name) => !name.startsWith("DENO_DEPLOY")).toSorted());
});

Deno.test("tasks and files that the documents name are there", () => {
  const { tasks } = JSON.parse(read("deno.json")) as { tasks: Record<string, unknown> };
  for (const page of ["README.md", "CONTRIBUTING.md", "docs/operations.md", "docs/developers.md"]) {
    const text = read(page);
    const named = [...text.matchAll(/(?:deno(?:@[\d.]+)?|`) ?task ([a-z:]+)/g)].map(([, task]) => task!);
    deepStrictEqual(named.filter((task) => !(task in tasks)), [], page);
    const files = [...text.matchAll(/`((?:deploy|docs|domain|jobs|kv|sources|tasks|tests|web)\/[\w@./-]+)`/g)]
      .map(([, path]) => path!);
    deepStrictEqual(files.filter((path) => !isThere(path)), [], page);
  }
});
