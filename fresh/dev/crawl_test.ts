import { deepEqual } from "node:assert/strict";
import { join } from "node:path";
import { nameIslands } from "./bundle.ts";
import { crawl } from "./crawl.ts";
import { findIn } from "./static_dirs.ts";

async function withFolder(paths: string[], test: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    for (const path of paths) {
      await Deno.mkdir(join(folder, path, ".."), { recursive: true });
      await Deno.writeTextFile(join(folder, path), path);
    }
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("routes and islands are told from what lies beside them", async () => {
  const paths = [
    "routes/index.tsx",
    "routes/index_test.tsx",
    "routes/a/style.css",
    "routes/a/(_parts)/Part.tsx",
    "routes/a/(_islands)/Local.tsx",
    "routes/(group)/b.ts",
    "routes/skipped.ts",
    "islands/One.tsx",
    "islands/deep/One.tsx",
    "islands/One_test.tsx",
    "islands/notes.md",
  ];
  await withFolder(paths, async (folder) => {
    const found = await crawl(join(folder, "routes"), join(folder, "islands"), [/skipped/]);
    deepEqual([...found.routes.keys()], ["(group)/b.ts", "index.tsx"]);
    deepEqual(found.islands.map((file) => file.slice(folder.length)), [
      "/routes/a/(_islands)/Local.tsx",
      "/islands/One.tsx",
      "/islands/deep/One.tsx",
    ]);
    deepEqual([...nameIslands(found.islands).keys()], ["Local", "One", "One_2"]);
  });
});

Deno.test("a project may lack routes and islands", async () => {
  await withFolder([], async (folder) => {
    deepEqual(await crawl(join(folder, "routes"), join(folder, "islands"), []), {
      routes: new Map(),
      islands: [],
    });
  });
});

Deno.test("an island may not take the name of the boot script", () => {
  deepEqual([...nameIslands(["/a/fresh-boot.tsx", "/a/x y.tsx"]).keys()], ["fresh-boot_2", "x_y"]);
});

Deno.test("a static file is found in its folder only", async () => {
  await withFolder(["static/a.txt", "other/a.txt", "other/b.txt", "secret.txt"], async (folder) => {
    const folders = [join(folder, "static"), join(folder, "other")];
    const find = async (path: string) => (await findIn(folders, path))?.slice(folder.length);
    deepEqual(await find("/a.txt"), "/static/a.txt");
    deepEqual(await find("/b.txt"), "/other/b.txt");
    for (
      const path of [
        "/../secret.txt",
        "/x/../../secret.txt",
        "/..\\secret.txt",
        "/",
        "/a.txt/b",
        "/a\0.txt",
        "/" + "x".repeat(300),
      ]
    ) {
      deepEqual(await find(path), undefined, path);
    }
  });
});
