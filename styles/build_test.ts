import assert from "node:assert/strict";
import { buildStyles, collect } from "./build.ts";
import { COLORS, TEXT_PAIRS } from "./tokens.ts";

const ROOT = new URL("../", import.meta.url);

async function inFolder(files: Record<string, string>, run: (root: URL) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  const root = new URL(`file://${folder}/`);
  try {
    for (const name of ["components", "islands", "routes"]) await Deno.mkdir(new URL(name, root));
    for (const [path, text] of Object.entries(files)) await Deno.writeTextFile(new URL(path, root), text);
    await run(root);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("buildStyles emits tokens, base and the utilities that are used", () =>
  inFolder({ "components/A.tsx": `<p class="mine text-ink wide:flex">` }, async (root) => {
    const css = await buildStyles(".mine{top:0}", root);
    assert.match(css, /--c-ink:#1c2238/);
    assert.match(css, /\.mine\{top:0\}/);
    assert.match(css, /\.text-ink\{/);
    assert.match(css, /@media \(min-width:752px\)\{\.wide\\:flex\{display:flex/);
    assert.doesNotMatch(css, /\.flex\{/);
  }));

Deno.test("buildStyles refuses a class that does not exist and names its file", () =>
  inFolder({ "routes/a.tsx": `<p class="text-purple">` }, async (root) => {
    await assert.rejects(buildStyles("", root), /routes\/a\.tsx: text-purple/);
  }));

Deno.test("buildStyles ignores tests", () =>
  inFolder({ "routes/a_test.tsx": `<p class="text-purple">` }, async (root) => {
    assert.doesNotMatch(await buildStyles("", root), /purple/);
  }));

Deno.test("the product's own sources build, and twice to the same bytes", async () => {
  const base = await Deno.readTextFile(new URL("static/styles.css", ROOT));
  assert.equal(await buildStyles(base, ROOT), await buildStyles(base, ROOT));
});

Deno.test("every text colour set on a ground in one class list is a checked pair", async () => {
  const known = new Set(TEXT_PAIRS.map(({ text, on }) => `${text} on ${on}`));
  const mixed = (await collect(ROOT)).flatMap(({ classes, file }) => {
    const names = classes.split(/\s+/);
    const texts = names.flatMap((name) => color(name, "text-"));
    const grounds = names.flatMap((name) => color(name, "bg-"));
    return texts.flatMap((text) => grounds.map((on) => ({ pair: `${text} on ${on}`, file })));
  });
  assert.deepEqual(mixed.filter(({ pair }) => !known.has(pair)), []);
});

function color(name: string, prefix: string): string[] {
  const value = name.startsWith(prefix) ? name.slice(prefix.length) : "";
  return Object.hasOwn(COLORS, value) ? [value] : [];
}
