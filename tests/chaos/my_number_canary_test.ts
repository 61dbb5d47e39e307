import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { checkDigit } from "../../domain/my_number.ts";
import { cellsOf } from "../../jobs/test_tools.ts";
import { sampleCompany } from "../../sources/sample/companies.ts";
import { codeOf } from "../../sources/sample/people.ts";
import { sampleSource } from "../../sources/sample.ts";
import { type App, startApp } from "../support/app.ts";
import { type Client, PASSWORD, signIn, stranger } from "../support/client.ts";
import { shiftJisCsv, utf8Csv } from "../support/csv.ts";
import { download, post, start, untilJob } from "../support/jobs.ts";
import { numbersIn, numbersInBytes } from "../support/number_scan.ts";
import { until } from "../support/until.ts";

const EMPLOYEES = 60;
const HEADER = ["社員番号", "続柄", "姓", "名", "個人番号"];
const PRINTED: [string, string][] = [["documents", "this_year_dependants"], [
  "documents",
  "basic_spouse_adjustment",
]];

/** Numbers that only these tests know, from `n` on. */
function canaries(n: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const first11 = `9${String(n + i).padStart(10, "0")}`;
    return first11 + checkDigit(first11);
  });
}

/** Every number that the sample company's master gives. */
async function numbersOfMaster(): Promise<string[]> {
  const source = sampleSource(sampleCompany(EMPLOYEES));
  const codes = Array.from({ length: EMPLOYEES }, (_, i) => codeOf(i));
  const people = (await source.employeesByCode(codes)).filter((person) => person !== null);
  return (await source.myNumbers!(people)).flat().map(({ number }) => number);
}

/** SHA-256 of the uploaded files: with a plain one a number could be found by trying. */
const digests = new Set<string>();

/** Files of the app's folder that hold one of the numbers in any form, or the plain digest of an upload. */
async function filesWith(app: App, numbers: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isFile } of Deno.readDir(app.dir)) {
    if (!isFile) continue;
    const bytes = await Deno.readFile(`${app.dir}/${name}`);
    const told = [
      ...numbersInBytes(bytes, numbers),
      ...[...digests].filter((digest) => Buffer.from(bytes).includes(digest)),
    ];
    if (told.length > 0) found.push(`${name}: ${told.join()}`);
  }
  return found;
}

/** Everything that pages tell: lists, details as page and as JSON, the audit log, the record of uses. */
async function pagesOf(app: App, admin: Client): Promise<string> {
  const { jobs } = await admin.jobs();
  const details = jobs.map(({ id }) => `/background-jobs/${id}`);
  const addresses = ["/background-jobs", "/settings/my-numbers", "/settings/audit", "/employees", ...details];
  const texts: string[] = [];
  for (const address of addresses) {
    for (const accept of ["text/html", "application/json"]) {
      const answer = await stranger(app, "localhost", admin.cookie).fetch(address, { headers: { accept } });
      strictEqual(answer.status, 200, address);
      texts.push(await answer.text());
    }
  }
  return texts.join("\n");
}

function importing(client: Client, rows: string[][], bytes = utf8Csv([HEADER, ...rows])): Promise<string> {
  digests.add(createHash("sha256").update(bytes).digest("hex"));
  return start(client, {
    operation: "import_my_numbers",
    fields: [["password", PASSWORD]],
    file: { name: "番号.csv", bytes },
  });
}

/** Whose numbers a sync of the group missed: 社員番号, 続柄, 姓, 名. */
async function missingOf(admin: Client, job: string): Promise<string[][]> {
  const [, ...rows] = await cellsOf(await download(admin, job));
  return rows.map(([code, , , name, relation]) => {
    const [last, first] = relation === "本人" ? ["", ""] : name!.split(" ");
    return [code!, relation!, last!, first!];
  });
}

Deno.test("no 個人番号 of the master or of a file is in a database file, page, log or attachment: not in use, after a crash, nor at rest", async () => {
  const master = await numbersOfMaster();
  const own = canaries(1, 500);
  const all = new Set([...master, ...own, wrongLastDigit(own[300]!)]);
  await using app = await startApp({ env: { SAMPLE_EMPLOYEES: String(EMPLOYEES) } });
  const admin = await signIn(app, "admin");
  const group = await admin.group("本社");
  const attachments: string[] = [];
  const take = async (job: string) => {
    const bytes = await download(admin, job);
    attachments.push(...numbersInBytes(bytes, all));
    return bytes;
  };

  const first = await untilJob(admin, await start(admin, { operation: "sync_my_numbers", group }));
  match(first.message, /^\d+名のマイナンバーを同期しました。\d+件はエラーです/);
  const missing = await missingOf(admin, first.id);
  ok(missing.length > 0);

  // Good rows as people write numbers, and each way in which a number can stand where it must not.
  const good = missing.map((row, i) => [...row, written(own[i]!, i)]);
  const bad = [
    [missing[0]![0]!, "長男", "迷", "子", wrongLastDigit(own[300]!)],
    [own[301]!, "", "", "", own[302]!],
    [missing[0]![0]!, own[303]!, "", "", ""],
    [missing[0]![0]!, "次男", own[304]!, own[305]!, "x"],
    [missing[0]![0]!, "三男", "余", "り", own[306]!, own[307]!],
    ["999999", "", "", "", own[308]!],
  ];
  const imported = await untilJob(admin, await importing(admin, [...good, ...bad]));
  strictEqual(imported.errorCount, bad.length, JSON.stringify(imported.errors));
  await take(imported.id);
  const sjis = await untilJob(admin, await importing(admin, good, shiftJisCsv([HEADER, ...good])));
  strictEqual(sjis.status, "completed");
  const broken = `${HEADER.join()}\r\n${missing[0]![0]},,,,"${own[309]}\r\n`;
  const whole = await untilJob(admin, await importing(admin, [], new TextEncoder().encode(broken)));
  strictEqual(whole.status, "failed");
  const refused = await post(admin, {
    operation: "import_my_numbers",
    fields: [["password", PASSWORD], ["個人番号", own[310]!]],
    file: { name: "a.csv", bytes: utf8Csv([["社員番号", own[311]!]]) },
  });
  ok(refused.status >= 400 && refused.status < 500);
  await refused.body?.cancel();
  const wrongPassword = await post(admin, {
    operation: "import_my_numbers",
    fields: [["password", own[312]!]],
    file: { name: "a.csv", bytes: utf8Csv([HEADER, ...good]) },
  });
  strictEqual(wrongPassword.status, 403);
  await wrongPassword.body?.cancel();

  const second = await untilJob(admin, await start(admin, { operation: "sync_my_numbers", group }));
  strictEqual(second.status, "completed", second.message);
  const printing = { operation: "download_documents", group, fields: PRINTED };
  const printed = await untilJob(admin, await start(admin, printing));
  strictEqual(printed.status, "completed", printed.message);
  await until("the uploads are shredded", async () => (await filesWith(app, all)).length === 0);
  deepStrictEqual(numbersIn(await pagesOf(app, admin), all), [], "pages");
  deepStrictEqual(attachments, [], "attachments");
  deepStrictEqual(await filesWith(app, all), [], "in use");

  // Dies with an import and a sync under way, and goes on.
  const jobs = [
    await importing(admin, good),
    await start(admin, { operation: "sync_my_numbers", group }),
    await start(admin, printing),
  ];
  await app.kill("SIGKILL");
  deepStrictEqual(await filesWith(app, all), [], "after a crash");
  const logs = [...app.logs];
  await app.restart();
  for (const job of jobs) strictEqual((await untilJob(admin, job)).status, "completed");
  deepStrictEqual(numbersIn(await pagesOf(app, admin), all), [], "pages after a crash");
  await app.kill("SIGTERM");
  deepStrictEqual(await filesWith(app, all), [], "at rest");
  deepStrictEqual([...logs, ...app.logs].flatMap((line) => numbersIn(line, all)), [], "logs");
});

Deno.test("the scan sees a number in every form that it looks for", () => {
  const [number] = canaries(7, 1) as [string];
  const one = new Set([number]);
  const forms = [number, `1${number}`, dashed(number), wide(number), `a${number}b`];
  for (const text of forms) {
    for (
      const bytes of [
        Buffer.from(text, "utf8"),
        Buffer.from(`x${text}`, "utf16le"),
        Buffer.concat([Buffer.of(1), Buffer.from(text, "utf16le")]),
      ]
    ) {
      deepStrictEqual(numbersInBytes(bytes, one), [number], text);
    }
  }
  deepStrictEqual(numbersInBytes(Buffer.from(wrongLastDigit(number)), one), []);
});

const dashed = (number: string) => number.replace(/(.{4})(.{4})(.{4})/, "$1-$2-$3");
const wide = (number: string) => number.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
const wrongLastDigit = (number: string) => number.slice(0, -1) + (Number(number.at(-1)) + 1) % 10;
/** A number as one of three people would write it. */
const written = (number: string, i: number) => [number, dashed(number), wide(number)][i % 3]!;
