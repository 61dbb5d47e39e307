import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { type Exposed, parseExposition } from "../formats/prometheus_fixture.ts";
import type { App } from "./support/app.ts";
import { restartChaos, startChaos } from "./support/chaos/app.ts";
import { newSession, stranger } from "./support/client.ts";
import { download, start, untilJob } from "./support/jobs.ts";
import { type CollectedSpan, startCollector } from "./support/otlp.ts";
import { until } from "./support/until.ts";

async function metrics(app: App): Promise<Exposed> {
  const answer = await stranger(app).fetch("/metrics");
  strictEqual(answer.status, 200);
  return parseExposition(await answer.text());
}

Deno.test("after a kill /metrics tells what happened, and the trace of a job leads back to its acceptance", async () => {
  await using collector = startCollector();
  const env = { ...collector.env, SAMPLE_EMPLOYEES: "20" };
  await using app = await startChaos({ env: { ...env, NENCHO_FAILPOINT: "publish" } });
  const { cookie } = await newSession(app, "admin");
  const admin = stranger(app, "localhost", cookie);
  const job = await start(admin, { operation: "download_request_statuses" });
  const named = (name: string) =>
    collector.spans.filter((span) => span.name === name && span.attributes["nencho.job"] === job);
  const accepted = await until("the span of the acceptance", () => named("accept job")[0]);
  const at = await app.line(/^failpoint publish$/).then(() => metrics(app));
  deepStrictEqual(
    [
      at.value("nencho_jobs_running"),
      at.value("nencho_jobs_accepted_total", { kind: "download_request_statuses" }),
    ],
    [1, 1],
  );
  await app.kill("SIGKILL");
  await restartChaos(app, env);
  await untilJob(admin, job);

  const file = await download(admin, job);
  const after = await metrics(app);
  const value = (name: string, labels?: Record<string, string>) => after.value(name, labels);
  strictEqual(value("nencho_job_losses_total", { by: "process" }), 1);
  strictEqual(value("nencho_job_losses_total", { by: "worker" }), 0);
  strictEqual(value("nencho_dead_processes_total"), 1);
  strictEqual(value("nencho_jobs_ended_total", { status: "completed" }), 1);
  strictEqual(value("nencho_jobs_running"), 0);
  strictEqual(value("nencho_attachment_bytes_written_total"), file.length);
  strictEqual(value("nencho_attachment_bytes_read_total"), file.length);
  ok(value("process_start_time_seconds")! > at.value("process_start_time_seconds")!, "it is another process");

  const request = await until("the span of the request", () => parentOf(accepted, collector.spans));
  strictEqual(request.attributes["url.path"], "/background-jobs");
  const ran = await until("the span of the run", () => named("run job")[0]);
  deepStrictEqual(ran.links.map(({ traceId, spanId }) => [traceId, spanId]), [[
    accepted.traceId,
    accepted.spanId,
  ]]);
  deepStrictEqual([ran.attributes["nencho.attempt"], ran.attributes["nencho.how"]], [2, "ended"]);
});

function parentOf({ traceId, parentSpanId }: CollectedSpan, spans: readonly CollectedSpan[]) {
  return spans.find((span) => span.traceId === traceId && span.spanId === parentSpanId);
}
