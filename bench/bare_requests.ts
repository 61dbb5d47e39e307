import { entriesOf } from "../domain/history.ts";
import { mailDeskOf } from "../domain/mail_desk.ts";
import { takePoint } from "../domain/declaration/restore.ts";
import { NO_INSURANCE } from "../domain/insurance.ts";
import { isRefused } from "../domain/request_acts/acted.ts";
import { send } from "../domain/request_acts/asking.ts";
import type { Employee } from "../domain/employee.ts";
import type { Group } from "../domain/group.ts";
import type { Request } from "../domain/request.ts";
import { yearKeys } from "../kv/keys.ts";
import { storesOf } from "../kv/stores.ts";
import { rawWrite } from "../kv/write.ts";

/**
 * The mutations of row 29 in commits of `size` requests, without a check, a guard or a checkpoint: two lists merged as
 * they come, and nothing else read.
 */
export async function bareSend(
  path: string,
  ref: { id: string; year: number },
  group: Group,
  size: number,
): Promise<number> {
  using kv = await Deno.openKv(path);
  const stores = storesOf(kv, ref);
  const desk = await mailDeskOf(stores, group);
  const employees = kv.list<Employee>({ prefix: yearKeys.employees(ref.id, ref.year, group.id) }, BATCH);
  const requests = kv.list<Request>({ prefix: yearKeys.requests(ref.id, ref.year, group.id) }, BATCH);
  let atomic = kv.atomic();
  let named = new Set<string>();
  let count = 0;
  for await (const { value: employee } of employees) {
    const next = await requests.next();
    if (next.done) break;
    const request = next.value.value;
    const done = send(request);
    if (isRefused(done)) throw new Error("everybody can be asked");
    const member = { employee, request };
    const point = takePoint({ declaration: null, insurance: NO_INSURANCE, documents: {} }, 0);
    const writes = [
      ...stores.members.putRequest(member, done.request, entriesOf(done.history, "admin", 0)),
      ...stores.declarations.putRestorePoint(member, point),
      ...desk.post("requested", member).writes,
    ];
    for (const write of writes) {
      const raw = rawWrite(write);
      // What a commit names several times it names once, as ours does.
      if (raw.type !== "set" || named.has(raw.key.join("/"))) continue;
      named.add(raw.key.join("/"));
      atomic.set(raw.key, raw.value);
    }
    if (++count % size > 0) continue;
    await atomic.commit();
    atomic = kv.atomic();
    named = new Set();
  }
  await atomic.commit();
  return count;
}

const BATCH = { batchSize: 500 };
