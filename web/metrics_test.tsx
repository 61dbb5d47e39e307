import assert from "node:assert/strict";
import { parseExposition } from "../formats/prometheus_fixture.ts";
import { handler } from "../routes/metrics.ts";
import { committerOf, set } from "../kv/commit.ts";
import { openApp } from "./app_fixture.tsx";
import { mayReadMetrics } from "./metrics_access.ts";
import { testMetrics } from "./metrics_fixture.ts";

const TOKEN = "0123456789abcdef";

function asks(url: string, from: string, headers: Record<string, string> = {}, token: string | null = null) {
  const remoteAddr = { transport: "tcp", hostname: from, port: 1 } as const;
  const info = { remoteAddr, completed: Promise.resolve() };
  return mayReadMetrics({ req: new Request(url, { headers }), info, url: new URL(url) }, token);
}

Deno.test("without a token this machine alone reads the metrics, and nobody through a proxy on it", () => {
  assert.ok(asks("http://localhost:8000/metrics", "127.0.0.1"));
  assert.ok(asks("http://127.0.0.1:8000/metrics", "::ffff:127.0.0.1"));
  assert.ok(asks("http://[::1]:8000/metrics", "::1"));
  assert.ok(!asks("http://localhost:8000/metrics", "192.0.2.7"));
  assert.ok(!asks("https://kaisha.example/metrics", "127.0.0.1"), "a proxy that passes the host on");
  assert.ok(!asks("http://localhost:8000/metrics", "127.0.0.1", { "x-forwarded-for": "192.0.2.7" }));
  assert.ok(!asks("http://localhost:8000/metrics", "127.0.0.1", { forwarded: "for=192.0.2.7" }));
});

Deno.test("with a token who sends it reads them, from anywhere, and nobody else", () => {
  const far = (authorization: string) =>
    asks("https://kaisha.example/metrics", "192.0.2.7", { authorization }, TOKEN);
  assert.ok(far(`Bearer ${TOKEN}`));
  assert.ok(!far(`Bearer ${TOKEN}x`));
  assert.ok(!far(TOKEN));
  assert.ok(!asks("http://localhost/metrics", "127.0.0.1", {}, TOKEN));
});

Deno.test("commits are counted by what came of them, and measured", async () => {
  using kv = await Deno.openKv(":memory:");
  const metrics = testMetrics(kv);
  const change = { checks: [{ key: ["a"], versionstamp: null }], mutations: [set(["a"], 1)] };
  const committer = metrics.watched(committerOf(kv));
  assert.deepEqual([(await committer.commit(change)).ok, (await committer.commit(change)).ok], [true, false]);
  const broken = metrics.watched({ commit: () => Promise.reject(new Error("disk full")) });
  await assert.rejects(broken.commit(change), /disk full/);
  const read = parseExposition(await metrics.text());
  for (const result of ["done", "conflict", "failed"]) {
    assert.equal(read.value("nencho_commits_total", { result }), 1, result);
  }
  assert.equal(read.value("nencho_commit_seconds_count"), 3);
});

Deno.test("/metrics is Prometheus's text: requests are counted by class; without the right it is not there", async () => {
  using app = await openApp((app) => app.get("/metrics", handler.GET!), { METRICS_TOKEN: TOKEN });
  const page = () => app.ask("/metrics", { headers: { authorization: `Bearer ${TOKEN}` } });
  assert.equal((await app.ask("/metrics")).status, 404);
  assert.equal((await app.ask("/nowhere")).status, 404);
  assert.equal((await page()).status, 200);
  const answer = await page();
  assert.equal(answer.headers.get("content-type"), "text/plain; version=0.0.4; charset=utf-8");
  const read = parseExposition(await answer.text());
  assert.equal(read.value("nencho_http_requests_total", { status: "4xx" }), 2);
  assert.equal(read.value("nencho_http_requests_total", { status: "2xx" }), 1);
  assert.equal(read.value("nencho_http_answer_seconds_count"), 3);
  assert.equal(read.value("nencho_store_up"), 1);
  assert.ok(read.value("process_resident_memory_bytes")! > 1e6);
  assert.ok(Math.abs(read.value("process_start_time_seconds")! - Date.now() / 1000) < 600);
});
