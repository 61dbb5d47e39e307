import assert from "node:assert/strict";
import { runSchema } from "../jobs/engine/records.ts";
import { newRingEntry } from "../kv/keyring.ts";
import { jobKeys } from "../kv/keys.ts";
import { read } from "../kv/read.ts";
import { until } from "../tests/support/until.ts";
import { readConfig } from "./config.ts";
import { startServices } from "./start.ts";

Deno.test({
  name: "a doorbell that the queue delivers again and again runs its job once",
  // The databases' queue threads outlive the handles for a moment.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir();
    const path = `${folder}/nencho.db`;
    const { services, stop } = await startServices(
      readConfig({ DENO_KV_PATH: path, SAMPLE_EMPLOYEES: "20" }),
    );
    using kv = await Deno.openKv(path);
    try {
      const tenant = await services.tenants.byHost("localhost");
      const user = tenant && await services.accounts.find(tenant.id, "admin@sample.example");
      assert.ok(user);
      const asker = { tenant, user };
      const submission = {
        operation: "download_employee_list",
        group: null,
        key: null,
        fields: [],
        file: null,
      };
      const isOver = async (id: string) => (await services.jobs.detail(asker, id)).job.status !== "running";
      const ring = async (job: string) => {
        for (let n = 0; n < 5; n++) await kv.enqueue({ job });
      };
      const { id } = await services.jobs.accept(asker, submission);
      await ring(id);
      await until("the job is over", () => isOver(id));
      await ring(id);
      const later = await services.jobs.accept(asker, submission);
      await until("a later job is over", () => isOver(later.id));
      const { value } = await read(kv, jobKeys.run(tenant.id, id), runSchema);
      assert.deepEqual([value?.attempt, value?.losses, value?.ended], [1, 0, true]);
    } finally {
      await stop();
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name:
    "a start with a new first key wraps the keys of 個人番号 anew: the next one needs the former key no longer",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir();
    const [k1, k2] = [newRingEntry("k1"), newRingEntry("k2")];
    const synced = async (ring: string): Promise<string> => {
      const config = readConfig({
        DENO_KV_PATH: `${folder}/nencho.db`,
        SAMPLE_EMPLOYEES: "20",
        ENCRYPTION_KEY: ring,
      });
      const { services, stop } = await startServices(config);
      try {
        const tenant = await services.tenants.byHost("localhost");
        const user = tenant && await services.accounts.find(tenant.id, "admin@sample.example");
        assert.ok(user);
        const group = (await services.stores(tenant).groups.list()).find(({ name }) => name === "本社");
        const { id } = await services.jobs.accept({ tenant, user }, {
          operation: "sync_my_numbers",
          group: group!.id,
          key: null,
          fields: [],
          file: null,
        });
        return await until("the sync is over", async () => {
          const { job } = await services.jobs.detail({ tenant, user }, id);
          return job.status !== "running" && job.message;
        });
      } finally {
        await stop();
      }
    };
    try {
      const first = await synced(k1);
      assert.match(first, /^[1-9]\d*名のマイナンバーを同期しました。/);
      assert.equal(await synced(`${k2},${k1}`), first);
      assert.equal(await synced(k2), first);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
