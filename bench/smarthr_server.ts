import { serveSmarthr, wireCompany } from "../sources/smarthr/test_server.ts";

/**
 * `deno run -A bench/smarthr_server.ts [employees]`: the loopback SmartHR in a process of its own, so that its time
 * and memory are not the connector's. Writes its base address as the first line and serves until it is ended.
 */
const server = serveSmarthr(wireCompany(Number(Deno.args[0] ?? 100_000)));
// Nobody reads what came in, and a benchmark is long.
server.seen.push = () => 0;
console.info(server.access.baseUrl);
