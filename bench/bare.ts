import { REQUEST_STATUS_LIST } from "../domain/lists/tables/request_status_list.ts";
import { csvRecord } from "../formats/csv_write.ts";
import type { Employee } from "../domain/employee.ts";
import type { Group } from "../domain/group.ts";
import type { Request } from "../domain/request.ts";
import { yearKeys } from "../kv/keys.ts";
import { addMember } from "../kv/member_writes.ts";
import { rawWrite } from "../kv/write.ts";
import { sampleCompany } from "../sources/sample/companies.ts";
import { personOf } from "../sources/sample/people.ts";
import { sampleSource } from "../sources/sample.ts";
import { MASTER_PEOPLE } from "./operations.ts";

/** The same work on Deno KV without an engine: nothing checked, fenced, encrypted or resumed. */

/** Times (ms) of commits that store a small value and enqueue a message, so far apart. */
export async function bareAccept(folder: string, count: number, pauseMs: number): Promise<number[]> {
  using kv = await Deno.openKv(`${folder}/bare_accept.db`);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    const value = { id: i, title: "何もしない処理", status: "running", text: "x".repeat(400) };
    await kv.atomic().set(["job", i], value).enqueue({ job: i }).commit();
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return times;
}

/** Enqueues `count` messages one by one and waits until all were handled. */
export async function bareQueue(folder: string, count: number): Promise<void> {
  using kv = await Deno.openKv(`${folder}/bare_queue.db`);
  const all = Promise.withResolvers<void>();
  let handled = 0;
  const listening = kv.listenQueue(() => {
    if (++handled === count) all.resolve();
  });
  for (let i = 0; i < count; i++) await kv.enqueue({ job: i });
  await all.promise;
  kv.close();
  await listening;
}

/** 依頼状況一覧 of all groups: two lists merged as they come, CSV, chunks of 64 KiB in commits of 12, in the clear. */
export async function bareExport(
  path: string,
  folder: string,
  { id, year }: { id: string; year: number },
  groups: readonly Group[],
): Promise<void> {
  using kv = await Deno.openKv(path);
  using blobs = await Deno.openKv(`${folder}/bare_blobs.db`);
  const part = crypto.randomUUID();
  const encoder = new TextEncoder();
  const pending: Uint8Array[] = [];
  let text = "";
  let n = 0;
  const flush = async () => {
    const atomic = blobs.atomic();
    for (const chunk of pending.splice(0)) atomic.set([part, n++], chunk);
    await atomic.commit();
  };
  for (const group of groups) {
    const requests = kv.list<Request>({ prefix: yearKeys.requests(id, year, group.id) }, { batchSize: 500 });
    const employees = kv.list<Employee>({ prefix: yearKeys.employees(id, year, group.id) }, {
      batchSize: 500,
    });
    for await (const { value: employee } of employees) {
      const request = await requests.next();
      if (request.done) break;
      const [record] = REQUEST_STATUS_LIST.rows({
        group: group.name,
        employee,
        request: request.value.value,
      });
      text += csvRecord(record!);
      if (text.length < 30_000) continue;
      pending.push(encoder.encode(text).slice(0, 65_536));
      text = "";
      if (pending.length === 12) await flush();
    }
  }
  pending.push(encoder.encode(text).slice(0, 65_536));
  await flush();
}

/** The mutations of row 13 for new people, 27 rows a commit, without a check, into the same large database. */
export async function bareImport(path: string, rows: number): Promise<void> {
  using kv = await Deno.openKv(path);
  const company = sampleCompany(MASTER_PEOPLE);
  const source = sampleSource(company);
  const ref = { id: "bare", year: 2026 };
  let atomic = kv.atomic();
  let size = 0;
  const named = new Set<string>();
  for (let i = 0; i < rows; i++) {
    const person = personOf(company, i);
    const id = `01BARE${String(i).padStart(20, "0")}`;
    const master = { ...person, code: person.code ?? `${i}` };
    const [family = []] = await source.families([person]);
    for (const write of addMember(ref, id, { master, family, carried: null }, "g", 0)) {
      const raw = rawWrite(write);
      // A commit names each 部署 and 雇用形態 once, as ours does.
      if (raw.type !== "set" || named.has(raw.key.join("/"))) continue;
      named.add(raw.key.join("/"));
      atomic.set(raw.key, raw.value);
    }
    if (++size % 27 > 0) continue;
    await atomic.commit();
    atomic = kv.atomic();
    named.clear();
  }
  await atomic.commit();
}
