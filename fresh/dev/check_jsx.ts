import type { ImportMap } from "./import_map.ts";

/** Elements that the renderer must see as nodes, not as ready text, when JSX is precompiled. */
const SEEN = [
  "a",
  "img",
  "source",
  "body",
  "html",
  "head",
  "title",
  "meta",
  "script",
  "link",
  "style",
  "base",
  "noscript",
  "template",
];

/**
 * Checks the JSX settings that rendering depends on.
 * @throws Error that says what to write into deno.json
 */
export function checkJsx({ folder, config }: ImportMap): void {
  const { jsx, jsxImportSource, jsxPrecompileSkipElements = [] } = config.compilerOptions ?? {};
  if (jsxImportSource !== "preact") {
    throw new Error(`${folder}/deno.json: set compilerOptions.jsxImportSource to "preact"`);
  }
  if (jsx !== "precompile") return;
  const missing = SEEN.filter((name) => !jsxPrecompileSkipElements.includes(name));
  if (missing.length > 0) {
    throw new Error(
      `${folder}/deno.json: compilerOptions.jsxPrecompileSkipElements lacks ${missing.join(", ")}`,
    );
  }
}
