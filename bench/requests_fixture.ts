import type { Group } from "../domain/group.ts";
import { EVERYONE } from "../domain/permission.ts";
import type { Submission } from "../jobs/service.ts";
import type { JobView } from "../jobs/view.ts";
import { committerOf } from "../kv/commit.ts";
import { createGroup } from "../kv/group_changes.ts";
import { storesOf } from "../kv/stores.ts";
import { addTestMembers, testMaster } from "../kv/test_year.ts";
import { readRequestList } from "../web/request_list.ts";
import { readConfig } from "../web/config.ts";
import { startServices } from "../web/start.ts";

/** A started product with a company whose groups are full of people who were not asked yet. */
export interface RequestBench extends AsyncDisposable {
  /** Path of the database. */
  path: string;
  ref: { id: string; year: number };
  groups: Group[];
  /** 社員番号 of the i-th person of a group. */
  codeOf(group: number, i: number): string;
  /** Reads everything that a page of 依頼一覧 shows of one of the groups. */
  readList(group: number): Promise<unknown>;
  /** Carries an operation out on one of the groups, to its end. */
  carryOut(group: number, submission: Partial<Submission>): Promise<JobView>;
}

/** @param people in each of `groups` groups */
export async function openRequestBench(people: number, groups: number): Promise<RequestBench> {
  const folder = await Deno.makeTempDir();
  const config = readConfig({ DENO_KV_PATH: `${folder}/bench.db`, SAMPLE_EMPLOYEES: "60" });
  const { services, stop } = await startServices(config);
  const tenant = await services.tenants.byHost("localhost");
  const user = tenant && await services.accounts.find(tenant.id, "admin@sample.example");
  if (!tenant || !user) throw new Error("the sample company is missing");
  const asker = { tenant, user };
  const codeOf = (group: number, i: number) => `${"BCDEFG"[group]}${String(i).padStart(7, "0")}`;
  const full: Group[] = [];
  {
    using kv = await Deno.openKv(config.kvPath);
    const means = { kv, committer: committerOf(kv), stores: storesOf(kv, tenant) };
    for (let n = 0; n < groups; n++) {
      const group: Group = {
        v: 1,
        id: `01BENCH${n}`,
        name: `計測${n}`,
        createdAt: n,
        closesOn: null,
        closedMessage: null,
      };
      await createGroup(kv, means.committer, tenant, group);
      const masters = Array.from({ length: people }, (_, i) => testMaster(codeOf(n, i)));
      await addTestMembers(means, group.id, masters);
      full.push(group);
    }
  }

  async function ended(id: string): Promise<JobView> {
    const now = async () => (await services.jobs.detail(asker, id)).job;
    const control = new AbortController();
    for await (const event of services.jobs.events(asker, control.signal)) {
      // A job that ended before the stream began sends nothing.
      if (event.id === id && event.status !== "running") break;
      if ((await now()).status !== "running") break;
    }
    control.abort();
    return await now();
  }

  return {
    path: config.kvPath,
    ref: { id: tenant.id, year: tenant.year },
    groups: full,
    codeOf,
    readList(n) {
      const group = full[n]!;
      const screen = { user, group, stores: services.stores(tenant), range: EVERYONE };
      const url = new URL(`http://localhost/groups/${group.id}/requests`);
      return readRequestList({ services, tenant, user, session: null, json: false }, screen, url);
    },
    async carryOut(group, submission) {
      const none: Submission = { operation: "", group: full[group]!.id, key: null, fields: [], file: null };
      const { id } = await services.jobs.accept(asker, { ...none, ...submission });
      return await ended(id);
    },
    async [Symbol.asyncDispose]() {
      await stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Seconds that a job ran. */
export function ranSeconds({ startedAt, finishedAt }: Pick<JobView, "startedAt" | "finishedAt">): number {
  return (Date.parse(finishedAt!) - Date.parse(startedAt!)) / 1000;
}
