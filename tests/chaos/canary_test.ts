import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import { type App } from "../support/app.ts";
import { seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { stranger } from "../support/client.ts";
import { utf8Csv } from "../support/csv.ts";
import { download, post, run } from "../support/jobs.ts";
import { HEADER } from "../support/members_csv.ts";

/** Numbers that look like a 個人番号 and stand in uploaded files only. */
const CANARIES = ["748291650317", "7482-9165-0325", "７４８２９１６５０３３３"];

/** Rows that are refused for every reason that a row can have, a canary in each cell but the 社員番号. */
const ROWS = CANARIES.flatMap((canary, i) => [
  [`80000${i}`, canary, `太郎${canary}`],
  [`81000${i}`, canary, "余り", canary],
  [`82000${i}`, `"${canary}`],
  ["", canary, canary],
]);

function encodings(text: string): Buffer[] {
  return [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")];
}

/** Files of the app's folder that hold a canary in any form. */
async function sung(app: App): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isFile } of Deno.readDir(app.dir)) {
    if (!isFile) continue;
    const bytes = Buffer.from(await Deno.readFile(`${app.dir}/${name}`));
    if (CANARIES.flatMap(encodings).some((canary) => bytes.includes(canary))) found.push(name);
  }
  return found;
}

const silent = (text: string) => ok(!CANARIES.some((canary) => text.includes(canary)), text);

Deno.test("twelve digits of an uploaded file are in no database file, no log, no title and no error", async () => {
  await using seeded = await seededFolder();
  await using app = await startChaos({ from: seeded.dir });
  const admin = stubborn(app, seeded.cookie);
  const group = await admin.group("本社");
  const started = { operation: "add_employees_to_group", group };

  const refused = await run(admin, {
    ...started,
    file: { name: "a.csv", bytes: utf8Csv([HEADER, ...ROWS]) },
  });
  strictEqual(refused.errorCount, ROWS.length);
  const broken = `${HEADER.join()}\r\n800000,a,b\r\n800001,"${CANARIES[0]},b\r\n`;
  const whole = await run(admin, {
    ...started,
    file: { name: "b.csv", bytes: new TextEncoder().encode(broken) },
  });
  strictEqual(whole.status, "failed");
  const header = await post(admin, {
    ...started,
    file: { name: "c.csv", bytes: utf8Csv([["社員番号", CANARIES[0]!], ["1", CANARIES[1]!]]) },
  });
  strictEqual(header.status, 422);
  const field = await post(admin, { ...started, fields: [["個人番号", CANARIES[0]!]] });
  ok(field.status >= 400 && field.status < 500);

  for (const { id } of [refused, whole]) silent(JSON.stringify(await admin.job(id)));
  silent(JSON.stringify(await admin.jobs()));
  silent(await field.text());
  const page = await stranger(app, "localhost", seeded.cookie).fetch(`/background-jobs?text=${CANARIES[0]}`);
  strictEqual(page.status, 200);
  await page.body?.cancel();

  const errors = new TextDecoder().decode(await download(admin, refused.id));
  for (const canary of CANARIES) match(errors, new RegExp(canary), "who uploaded it gets it back");
  deepStrictEqual(await sung(app), [], "in use");
  await app.kill("SIGKILL");
  deepStrictEqual(await sung(app), [], "after a crash");
  await app.restart();
  await app.kill("SIGTERM");
  deepStrictEqual(await sung(app), [], "at rest");
  app.logs.forEach(silent);
});

Deno.test("what a refused header told is in its answer alone", async () => {
  await using seeded = await seededFolder();
  await using app = await startChaos({ from: seeded.dir });
  const admin = stubborn(app, seeded.cookie);
  const answer = await post(admin, {
    operation: "add_employees_to_group",
    group: await admin.group("本社"),
    file: { name: "c.csv", bytes: utf8Csv([["社員番号", CANARIES[0]!], ["1", ""]]) },
  });
  strictEqual(answer.status, 422);
  deepStrictEqual(await sung(app), []);
  await app.kill("SIGTERM");
  app.logs.forEach(silent);
});
