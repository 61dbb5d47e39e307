/**
 * Reading the master of a large company over the SmartHR API, from a loopback server in a process of its own: through
 * the connector, and by a bare loop that asks for the same pages and parses their JSON. The server sets no limits: the
 * real one allows 5,000 requests an hour. `deno run -A bench/smarthr.ts [employees] [rounds]`
 */
import { type Access, smarthrSource } from "../sources/smarthr.ts";
import { CREW_FIELDS } from "../sources/smarthr/crew.ts";
import { TOKEN } from "../sources/smarthr/test_server.ts";
import { median, peakMemory, row, seconds } from "./tools.ts";

/** The loopback server as a process; ends with `await using`. */
export interface ServerProcess extends AsyncDisposable {
  access: Access;
}

/** Starts a SmartHR of so many people. */
export async function startSmarthr(employees: number): Promise<ServerProcess> {
  const server = new URL("smarthr_server.ts", import.meta.url);
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", server.pathname, String(employees)],
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value: baseUrl = "" } = await reader.read();
  return {
    access: { baseUrl: baseUrl.trim(), token: TOKEN },
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await reader.cancel();
      await child.status;
    },
  };
}

/** Reads everybody through the connector; the answer is how many there are. */
export async function readThroughConnector(access: Access): Promise<number> {
  let people = 0;
  for await (const batch of smarthrSource(access).employees()) people += batch.length;
  return people;
}

/** Asks for the same pages one after the other and parses them, unchecked. */
export async function readBare({ baseUrl, token }: Access): Promise<number> {
  let people = 0;
  for (let page = 1;; page++) {
    const query = new URLSearchParams({
      sort: "created_at",
      fields: CREW_FIELDS,
      page: String(page),
      per_page: "100",
    });
    const response = await fetch(`${baseUrl}/v1/crews?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const crews: unknown[] = await response.json();
    people += crews.length;
    if (!response.headers.get("link")?.includes('rel="next"')) return people;
  }
}

if (import.meta.main) {
  const employees = Number(Deno.args[0] ?? 100_000);
  const rounds = Number(Deno.args[1] ?? 3);
  await using server = await startSmarthr(employees);
  const ours: number[] = [];
  const bare: number[] = [];
  // Bare first, then memory: the first round warms both sides up.
  await readBare(server.access);
  const memory = await peakMemory(() => readThroughConnector(server.access));
  for (let round = 0; round < rounds; round++) {
    ours.push(await seconds(() => readThroughConnector(server.access)));
    bare.push(await seconds(() => readBare(server.access)));
  }
  console.info("| what | ours | bare, same run | share |");
  const share = (median(bare) / median(ours)).toFixed(2);
  const [took, took0] = [ours, bare].map((times) => `${median(times).toFixed(1)} s`);
  const what = `${employees.toLocaleString("en")} people read over the SmartHR API, loopback`;
  row(what, took!, took0!, `${share} of bare (fetch and JSON)`);
  row("memory above idle while they are read", `${memory.toFixed(0)} MB`, "–", "≤ 120 MB");
}
