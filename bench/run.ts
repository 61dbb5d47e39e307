/**
 * `deno task bench [employees] [rows]`: runs every benchmark, one after the other, and writes their rows into the
 * README and bench/README.md, between the markers. Ratios of one run are what counts: machines are shared and noisy.
 */
import { FLAGS } from "./built.ts";

const employees = Deno.args[0] ?? "100000";
const rows = Deno.args[1] ?? "100000";

const SCRIPTS = [
  ["bench/jobs.ts", employees, rows, "3"],
  ["bench/downloads.ts", employees],
  ["bench/documents.ts", "5000"],
  ["bench/imports.ts", rows],
  ["bench/requests.ts", rows],
  ["bench/pages.ts", rows],
  // Fewer employees: they are stored while the product starts, which is waited for a minute at most.
  ["bench/stored_jobs.ts", rows, "20000"],
  ["bench/starts.ts", "20000", "5"],
  ["bench/streams.ts", "500"],
  ["bench/sync.ts", employees],
  ["bench/files.ts", "7"],
  ["bench/members.ts", employees, "5"],
];

const BEGIN = "<!-- numbers:begin -->";
const END = "<!-- numbers:end -->";

async function tableRows([script, ...args]: string[]): Promise<string[]> {
  console.error(`${script} ${args.join(" ")}`);
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", ...FLAGS, script!, ...args],
    stderr: "inherit",
  }).output();
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  const table = new TextDecoder().decode(stdout).split("\n").filter((line) => line.startsWith("| "));
  // Each script prints its own head; one table has one.
  return table.filter((line) => !/ours \|/.test(line));
}

function machine(): string {
  const cores = navigator.hardwareConcurrency;
  const day = new Date().toISOString().slice(0, 10);
  const [load] = Deno.loadavg();
  return `${day}, ${cores} cores (shared), load ${
    load?.toFixed(1)
  } at the start, Deno ${Deno.version.deno}; ` +
    `\`deno task bench ${employees} ${rows}\``;
}

const head = machine();
const lines: string[] = [];
for (const script of SCRIPTS) {
  const rows = await tableRows(script);
  // Also told at once: a script that breaks off later takes nothing of it away.
  console.error(rows.join("\n"));
  lines.push(...rows);
}
const block = [
  BEGIN,
  "",
  head,
  "",
  "| what | ours | bare Deno KV, same run | target or share |",
  "|---|---|---|---|",
  ...lines,
  "",
  END,
].join("\n");
for (const path of ["README.md", "bench/README.md"]) {
  const text = await Deno.readTextFile(path);
  const start = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (start < 0 || end < 0) throw new Error(`${path} has no markers for the numbers`);
  await Deno.writeTextFile(path, text.slice(0, start) + block + text.slice(end + END.length));
}
console.info(block);
