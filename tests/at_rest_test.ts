import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import { encodeCp932 } from "../formats/cp932.ts";
import type { App } from "./support/app.ts";
import { signIn } from "./support/client.ts";
import { shiftJisCsv } from "./support/csv.ts";
import { download, run } from "./support/jobs.ts";
import { HEADER } from "./support/members_csv.ts";
import { sharedApp } from "./support/shared.ts";

const shared = sharedApp();

/** A name that stands in the uploaded file only. */
const MARK = "密田極秘之介";

/** The files beside the database, the write-ahead logs included, that hold one of `secrets`. */
async function filesHolding(app: App, secrets: Buffer[]): Promise<string[]> {
  const holding: string[] = [];
  for await (const { name, isFile } of Deno.readDir(app.dir)) {
    if (!isFile) continue;
    const bytes = Buffer.from(await Deno.readFile(`${app.dir}/${name}`));
    if (secrets.some((secret) => bytes.includes(secret))) holding.push(name);
  }
  return holding;
}

/** `text` as any of the encodings that it could be written in. */
function encodings(text: string): Buffer[] {
  return [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le"), shiftJis(text)];
}

function shiftJis(text: string): Buffer {
  return Buffer.from(encodeCp932(text).bytes);
}

Deno.test("the database files never show an uploaded or an exported file, in use or at rest", async () => {
  const { app } = shared;
  const admin = await signIn(app, "admin");
  const rows = Array.from({ length: 2_000 }, (_, i) => [String(700_000 + i), MARK, `${MARK}${i}`]);
  const file = { name: "秘密.csv", bytes: shiftJisCsv([HEADER, ...rows]) };
  const group = await admin.group("本社");
  const imported = await run(admin, { operation: "add_employees_to_group", group, file });
  strictEqual(imported.errorCount, 2_000);
  const exported = await run(admin, { operation: "download_request_statuses", group });

  // What the export holds and nothing else does: its rows as text.
  const text = new TextDecoder().decode(await download(admin, exported.id));
  const [header, first] = text.split("\r\n");
  ok(first!.startsWith("本社,"));
  const errors = await download(admin, imported.id);
  ok(Buffer.from(errors).includes(shiftJis(MARK)), "the mark is in the error file");

  const secrets = [MARK, header!, first!].flatMap(encodings);
  deepStrictEqual(await filesHolding(app, secrets), []);
  await app.kill("SIGKILL");
  deepStrictEqual(await filesHolding(app, secrets), [], "after a crash");
  await app.restart();
  await app.kill("SIGTERM");
  deepStrictEqual(await filesHolding(app, secrets), [], "after an orderly end");
});

Deno.test("the search finds what is there: the name of a group stands in the records", async () => {
  deepStrictEqual(
    (await filesHolding(shared.app, encodings("株式会社サンプル商事"))).some((name) =>
      name.startsWith("nencho.db")
    ),
    true,
  );
});
