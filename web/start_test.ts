import assert from "node:assert/strict";
import { runSchema } from "../jobs/engine/records.ts";
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
