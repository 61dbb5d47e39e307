import { deepEqual, equal, match, rejects, throws } from "node:assert/strict";
import { join } from "node:path";
import { checkJsx } from "./check_jsx.ts";
import { type ImportMap, readImportMap, resolveSpecifier } from "./import_map.ts";

const map: ImportMap = {
  folder: "/p",
  config: {
    imports: {
      "preact": "npm:preact@10.0.0",
      "@preact/signals": "npm:@preact/signals@^2.0.0",
      "sub": "npm:@scope/pkg@1/deep",
      "fresh": "jsr:@me/fresh@^2.3.3",
      "absent": "jsr:@me/other@1",
      "~/": "./src/",
      "~/special/": "./other/",
      "#one": "../one.ts",
      "alias": "preact",
    },
  },
  members: new Map([["@me/fresh", {
    folder: "/p/fresh",
    exports: { ".": "./mod.ts", "./runtime": "./r.ts" },
  }]]),
};

Deno.test("an import means what deno.json says", () => {
  const cases: [string, unknown][] = [
    ["preact", { package: "preact" }],
    ["preact/hooks", { package: "preact/hooks" }],
    ["@preact/signals", { package: "@preact/signals" }],
    ["sub", { package: "@scope/pkg/deep" }],
    ["fresh", { file: "/p/fresh/mod.ts" }],
    ["fresh/runtime", { file: "/p/fresh/r.ts" }],
    ["fresh/none", null],
    ["absent", null],
    ["~/a.ts", { file: "/p/src/a.ts" }],
    ["~/special/a.ts", { file: "/p/other/a.ts" }],
    ["#one", { file: "/one.ts" }],
    ["npm:zod@4/mini", { package: "zod/mini" }],
    ["alias", { package: "preact" }],
    ["preacty", null],
    ["node:path", null],
  ];
  for (const [specifier, meaning] of cases) deepEqual(resolveSpecifier(map, specifier), meaning, specifier);
});

/** Runs `test` in a folder with these files. */
async function withFiles(files: Record<string, string>, test: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    for (const [path, text] of Object.entries(files)) {
      await Deno.mkdir(join(folder, path, ".."), { recursive: true });
      await Deno.writeTextFile(join(folder, path), text);
    }
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("deno.json is looked for upwards, may have comments, and belongs to its workspace", async () => {
  const files = {
    "deno.jsonc": `{ // the root
      "workspace": ["./lib"], /* all */ "imports": { "a": "npm:a@1", "b": "npm:b@1", "url": "https://x/*y*/" },
      "compilerOptions": { "jsxImportSource": "preact" }, }`,
    "lib/deno.json":
      `{ "name": "@me/lib", "exports": "./mod.ts", "imports": { "b": "npm:b@2", "lib": "jsr:@me/lib@1" } }`,
  };
  await withFiles(files, async (folder) => {
    const read = await readImportMap(join(folder, "lib", "deep"));
    equal(read.folder, folder);
    equal(read.config.imports!.url, "https://x/*y*/");
    equal(read.config.imports!.b, "npm:b@2");
    deepEqual(resolveSpecifier(read, "lib"), { file: join(folder, "lib", "mod.ts") });
    equal((await readImportMap(folder)).config.imports!.b, "npm:b@1");
    checkJsx(read);
  });
});

Deno.test("a project without deno.json is told so", async () => {
  await withFiles({}, async (folder) => {
    await rejects(readImportMap(folder), /No deno\.json/);
  });
});

Deno.test("JSX settings that rendering cannot work with are refused", () => {
  const check = (compilerOptions: ImportMap["config"]["compilerOptions"]) => () =>
    checkJsx({ ...map, config: { compilerOptions } });
  throws(check(undefined), /jsxImportSource/);
  throws(check({ jsx: "react-jsx", jsxImportSource: "react" }), /jsxImportSource/);
  throws(
    check({ jsx: "precompile", jsxImportSource: "preact", jsxPrecompileSkipElements: ["a"] }),
    (error: Error) => {
      match(error.message, /lacks img, source, body/);
      return true;
    },
  );
  check({ jsx: "react-jsx", jsxImportSource: "preact" })();
});
