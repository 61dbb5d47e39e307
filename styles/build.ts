import { stringify, twind, virtual } from "@twind/core";
import presetTailwind from "@twind/preset-tailwind";
import { type ClassList, classLists } from "./classes.ts";
import { BROAD, COLORS, FONT_STACK, RADII, SHADOWS, WIDE } from "./tokens.ts";

const FOLDERS = ["components", "islands", "routes"];
/** Utilities that only mark an element for others. */
const MARKERS = ["group", "peer"];

/**
 * The one stylesheet: tokens as custom properties, the hand-written `base`, then a rule for each utility that the
 * sources under `root` name. The same sources give the same bytes. Throws where a class is neither a utility nor in
 * `base`, naming file and class.
 */
export async function buildStyles(base: string, root: URL): Promise<string> {
  const lists = await collect(root);
  return `${customProperties()}\n${base}\n${utilities(lists, classesOf(base))}\n`;
}

/** Every class list of the sources that are rendered, in order of path. */
export async function collect(root: URL): Promise<ClassList[]> {
  const files = (await Promise.all(FOLDERS.map((folder) => sources(new URL(`${folder}/`, root))))).flat()
    .sort();
  const lists = await Promise.all(
    files.map(async (file) =>
      classLists(await Deno.readTextFile(new URL(file)), file.slice(root.href.length))
    ),
  );
  return lists.flat();
}

function utilities(lists: ClassList[], known: Set<string>): string {
  const tw = twind({ presets: [presetTailwind({ disablePreflight: true })], hash: false, theme }, virtual());
  const unknown: string[] = [];
  const done = new Set([...known, ...MARKERS]);
  for (const { classes, file } of lists) {
    for (const name of classes.split(/\s+/).filter((part) => part !== "" && !done.has(part))) {
      done.add(name);
      const rules = tw.target.length;
      tw(name);
      if (tw.target.length === rules) unknown.push(`${file}: ${name}`);
    }
  }
  if (unknown.length > 0) throw new Error(`no such utility class:\n${unknown.join("\n")}`);
  return stringify(tw.target);
}

const theme = {
  colors: { ...COLORS, transparent: "transparent", current: "currentColor" },
  screens: { wide: WIDE, broad: BROAD },
  borderRadius: RADII,
  boxShadow: { ...SHADOWS, none: "none" },
  fontFamily: { sans: FONT_STACK },
  extend: { borderColor: { DEFAULT: COLORS.line } },
};

function customProperties(): string {
  const colors = Object.entries(COLORS).map(([name, value]) => `--c-${name}:${value}`);
  return `:root{${[...colors, `--font:${FONT_STACK}`].join(";")}}`;
}

function classesOf(css: string): Set<string> {
  const code = css.replace(/\/\*[\s\S]*?\*\//g, "");
  return new Set([...code.matchAll(/\.([a-z][\w-]*)/g)].map((match) => match[1]!));
}

async function sources(folder: URL): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    if (entry.isDirectory) files.push(...await sources(new URL(`${entry.name}/`, folder)));
    else if (/(?<!_test)\.tsx?$/.test(entry.name)) files.push(new URL(entry.name, folder).href);
  }
  return files;
}
