import { join } from "node:path";
import { chromiumPath, withBrowser } from "../testing/browser.ts";

const app = new URL("../testdata/app", import.meta.url).pathname;

/** Copies the example app beside itself, where deno.json's imports still apply. */
async function copyApp(): Promise<string> {
  const folder = join(app, "..", `_fresh-${crypto.randomUUID()}`);
  const copy = async (from: string, to: string): Promise<void> => {
    await Deno.mkdir(to);
    for await (const { name, isDirectory } of Deno.readDir(from)) {
      if (name.startsWith("_fresh")) continue;
      if (isDirectory) await copy(join(from, name), join(to, name));
      else await Deno.copyFile(join(from, name), join(to, name));
    }
  };
  await copy(app, folder);
  return folder;
}

function freePort(): number {
  const probe = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  probe.close();
  return probe.addr.port;
}

/** Reads until the server says that it listens, and goes on reading so that it is never held up. */
async function listening(child: Deno.ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const output = child.stdout.pipeThrough(new TextDecoderStream());
  (async () => {
    for await (const text of output) if (text.includes("Listening on")) resolve();
    reject(new Error("The development server ended"));
  })();
  await promise;
}

Deno.test({
  name: "a changed file restarts the server, and the open page shows the change",
  ignore: chromiumPath() === null,
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const folder = await copyApp();
    const port = freePort();
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--watch", "--no-clear-screen", join(folder, "dev.ts")],
      env: { PORT: String(port) },
      stdout: "piped",
      stderr: "null",
    }).spawn();
    try {
      await listening(child);
      await withBrowser(async (browser) => {
        const page = await browser.newPage();
        const socket = page.waitForEvent("websocket").then((opened) => opened.waitForEvent("framereceived"));
        await page.goto(`http://localhost:${port}/islands`);
        await socket;
        const island = join(folder, "islands/Counter.tsx");
        const code = await Deno.readTextFile(island);
        await Deno.writeTextFile(island, code.replaceAll("{label}: {count}", "{label} = {count}"));
        await page.getByText("one = 3").waitFor();
        await page.getByText("one = 3").click();
        await page.getByText("one = 4").waitFor();
      });
    } finally {
      child.kill("SIGKILL");
      await child.status;
      await Deno.remove(folder, { recursive: true });
    }
  },
});
