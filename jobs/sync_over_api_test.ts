import assert from "node:assert/strict";
import { now } from "../domain/clock.ts";
import { smarthrSource } from "../sources/smarthr.ts";
import { serveSmarthr, wireCompany, wireError } from "../sources/smarthr/test_server.ts";
import { eventually, stored } from "./engine/test_tools.ts";
import { openCompany } from "./test_tools.ts";

/** Row 9 over an API that allows so many requests an hour: one for each family, and those for the pages. */
const PEOPLE = 700;
const AN_HOUR = 150;
const HOUR_MS = 60 * 60_000;

Deno.test("a sync that needs many hours of requests waits again and again, and loses nobody", async () => {
  await using server = serveSmarthr(wireCompany(PEOPLE));
  const used = new Map<number, number>();
  let refused = 0;
  server.instead = () => {
    const hour = Math.floor(now() / HOUR_MS);
    const count = (used.get(hour) ?? 0) + 1;
    used.set(hour, count);
    if (count <= AN_HOUR) return undefined;
    refused++;
    const seconds = Math.ceil(((hour + 1) * HOUR_MS - now()) / 1000);
    return wireError(429, "too_many_requests", { "retry-after": String(seconds) });
  };
  const source = smarthrSource(server.access, { monotonic: now });
  await using company = await openCompany({ source });
  const { id } = await company.accept({ operation: "sync_employees" });
  await eventually(async () => {
    const { run, open } = await stored(company.files.kv, id);
    if (run?.ended) return true;
    // Nobody runs it: it waits for the next hour.
    if (run?.owner === null && open && open.notBefore > now()) company.pass(open.notBefore - now());
    company.engine.ring();
    return false;
  });
  const { job } = await company.ended(id);
  assert.equal(job.status, "completed", job.message);
  assert.match(job.message, new RegExp(`${PEOPLE}名を追加し`));
  const people = (await Array.fromAsync(company.stores.members.walk(null))).flat();
  const [first] = await company.stores.members.baselines([people[0]!.employee.id]);
  assert.equal(people.length, PEOPLE);
  assert.equal(first!.family.length, 1, "with the families");
  assert(used.size > 4, `${used.size} hours`);
  assert(refused < used.size * 5, `${refused} requests were refused in ${used.size} hours`);
});
