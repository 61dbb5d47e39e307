import assert from "node:assert/strict";
import { Refusal, Unavailable } from "../../domain/errors.ts";
import type { ReasonCode } from "../../domain/reasons.ts";
import { smarthrSource } from "../smarthr.ts";
import { steppedTime } from "./test_time.ts";
import { serveSmarthr, TOKEN, wireCompany, wireError } from "./test_server.ts";

/** A source on a server of three people, whose waits take no time. */
function open(more: { timeoutMs?: number; signal?: AbortSignal; token?: string } = {}) {
  const server = serveSmarthr(wireCompany(3));
  const time = steppedTime();
  let beats = 0;
  const { token = TOKEN, ...rest } = more;
  const source = smarthrSource({ ...server.access, token }, {
    ...time.around,
    ...rest,
    heartbeat: () => void beats++,
  });
  return { server, time, source, beats: () => beats, [Symbol.asyncDispose]: server[Symbol.asyncDispose] };
}

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(() => null, (thrown) => thrown);
  assert(error instanceof Refusal, `a Refusal, not ${error}`);
  return error;
}

async function unavailable(work: Promise<unknown>): Promise<Unavailable> {
  const error = await work.then(() => null, (thrown) => thrown);
  assert(error instanceof Unavailable, `Unavailable, not ${error}`);
  return error;
}

Deno.test("a wrong token is a refusal of its own, at once", async () => {
  await using it = open({ token: "shr_wrong" });
  assert.equal((await refusal(it.source.company())).code, "source_token_invalid");
  assert.equal(it.server.seen.length, 1);
  assert.deepEqual(it.time.waits, []);
});

Deno.test("what a person has to change is told apart, and is not tried again", async () => {
  const cases: [Response, ReasonCode, string?][] = [
    [wireError(403, "forbidden"), "source_forbidden", "会社情報"],
    [wireError(403, "ip_not_permitted"), "source_ip_forbidden"],
    [wireError(404, "not_found"), "source_not_found"],
    [new Response("<html>", { status: 404 }), "source_not_found"],
    [wireError(400, "bad_request"), "source_refused"],
    [new Response("<html>", { status: 200 }), "source_unreadable"],
    [Response.json({ companies: [] }), "source_unreadable"],
    [Response.json([{ id: 1, name: "x" }]), "source_unreadable"],
    [Response.json([]), "source_company_missing"],
    // JSON, but of a size that no page of ours has.
    [new Response(`${" ".repeat(17 * 1024 * 1024)}[]`), "source_unreadable"],
  ];
  for (const [response, code, what] of cases) {
    await using it = open();
    it.server.instead = () => response;
    const { code: thrown, params } = await refusal(it.source.company());
    assert.equal(thrown, code);
    if (what) assert.equal(params.what, what);
    assert.equal(it.server.seen.length, 1, code);
  }
});

Deno.test("what cannot be read is named by its field, never by its value", async () => {
  await using it = open();
  it.server.instead = () =>
    Response.json([{ id: "company-1", name: "株式会社年調", corporate_number: { secret: 1 } }]);
  const { params } = await refusal(it.source.company());
  assert.deepEqual(params, { where: "会社情報：corporate_number" });
});

Deno.test("a redirection is not followed, so that the token stays", async () => {
  await using it = open();
  const stranger = Deno.serve({ port: 0, onListen() {} }, () => assert.fail("the redirection was followed"));
  it.server.instead = () => Response.redirect(`http://127.0.0.1:${stranger.addr.port}/api/v1/companies`, 307);
  assert.equal((await refusal(it.source.company())).code, "source_not_found");
  await stranger.shutdown();
});

Deno.test("what may pass is tried again in place, a few times and for less than 20 s", async () => {
  for (const status of [500, 502, 503, 504, 408]) {
    await using it = open();
    it.server.instead = (_, n) => n <= 3 ? wireError(status, "internal_server_error") : undefined;
    assert.equal((await it.source.company()).name, "株式会社年調");
    assert.equal(it.time.waited(), 8_500);

    it.server.instead = () => wireError(status, "internal_server_error");
    const { code, retryAfterMs } = await unavailable(it.source.company());
    assert.deepEqual([code, retryAfterMs], ["source_unavailable", null]);
    assert(it.time.waited() < 20_000);
    assert(it.beats() > 6);
  }
});

Deno.test("a connection that is cut in the middle of the body is tried again, then it is an outage", async () => {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  let cut = 0;
  async function serveHalves() {
    for await (const connection of listener) {
      await connection.read(new Uint8Array(10_000));
      const half = 'HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n[{"id": "company-1", "na';
      await connection.write(new TextEncoder().encode(half));
      connection.close();
      cut++;
    }
  }
  const serving = serveHalves();
  const access = { baseUrl: `http://127.0.0.1:${listener.addr.port}/api`, token: TOKEN };
  const error = await unavailable(smarthrSource(access, steppedTime().around).company());
  assert.equal(error.code, "source_unavailable");
  assert.equal(cut, 4);
  listener.close();
  await serving;
});

Deno.test("a server that is not there is an outage, and the error holds neither token nor 社員番号", async () => {
  const it = open();
  await it[Symbol.asyncDispose]();
  const error = await unavailable(it.source.employeesByCode(["123456"]));
  assert.equal(error.code, "source_unavailable");
  const told = Deno.inspect(error, { depth: 20 });
  for (const secret of [TOKEN, "123456", "127.0.0.1"]) assert(!told.includes(secret), `${secret} in ${told}`);
});

Deno.test("an answer that does not come in time is an outage", async () => {
  await using it = open({ timeoutMs: 30 });
  const gate = Promise.withResolvers<Response>();
  it.server.instead = (_, n) => n === 1 ? gate.promise : undefined;
  assert.equal((await it.source.company()).name, "株式会社年調");
  assert.equal(it.server.seen.length, 3);
  gate.resolve(new Response());
});

Deno.test("a 429 is waited for as long as it says when that is short, and is the job's when it is long", async () => {
  await using it = open();
  const limited = (seconds: string) => wireError(429, "too_many_requests", { "retry-after": seconds });
  it.server.instead = (_, n) => n <= 2 ? limited("3") : undefined;
  await it.source.countEmployees();
  assert.equal(it.time.waited(), 6_000);
  it.server.instead = () => limited("30");
  assert.equal((await unavailable(it.source.countEmployees())).retryAfterMs, 30_000);
  it.server.instead = () => limited("1800");
  const { code, retryAfterMs } = await unavailable(it.source.countEmployees());
  assert.deepEqual([code, retryAfterMs], ["source_busy", 1_800_000]);
  assert.equal(it.time.waited(), 6_000);
});

Deno.test("a 429 without any word of when is tried again for a while, then it is the job's", async () => {
  await using it = open();
  it.server.instead = () => wireError(429, "too_many_requests");
  const { code } = await unavailable(it.source.countEmployees());
  assert.equal(code, "source_busy");
  assert(it.server.seen.length > 4);
  assert(it.time.waited() < 45_000);
});

Deno.test("what is left is told by headers: nothing is asked before the reset", async () => {
  await using it = open();
  const left = (remaining: number, reset: number) =>
    Response.json([], {
      headers: {
        "x-total-count": "3",
        "x-intensive-rate-limit-remaining": String(remaining),
        "x-intensive-rate-limit-reset": String(reset),
      },
    });
  it.server.instead = () => left(0, 1);
  await it.source.countEmployees();
  assert.deepEqual(it.time.waits, []);
  await it.source.countEmployees();
  assert.deepEqual(it.time.waits, [1_000]);

  it.server.instead = () => left(0, 1_200);
  await it.source.countEmployees();
  const asked = it.server.seen.length;
  const { code, retryAfterMs } = await unavailable(it.source.countEmployees());
  assert.deepEqual([code, retryAfterMs], ["source_busy", 1_200_000]);
  assert.equal(it.server.seen.length, asked);
});

Deno.test("four at a time keep to ten a second too, as far as the answers tell of it", async () => {
  await using it = open();
  const counted = new Map<number, number>();
  it.server.instead = () => {
    const second = Math.floor(it.time.around.monotonic() / 1_000);
    const used = (counted.get(second) ?? 0) + 1;
    counted.set(second, used);
    const headers = {
      "x-intensive-rate-limit-remaining": String(Math.max(0, 10 - used)),
      "x-intensive-rate-limit-reset": "1",
    };
    return Response.json([], { headers });
  };
  await it.source.families(Array.from({ length: 100 }, (_, i) => ({ sourceId: `crew-${i}` })));
  assert.equal([...counted.values()].reduce((sum, n) => sum + n), 100);
  assert.deepEqual([...counted.values()].filter((n) => n > 10), []);
});

Deno.test("maintenance is no outage: nobody tries again in place", async () => {
  await using it = open();
  it.server.instead = () => wireError(503, "service_maintenance", { "retry-after": "600" });
  const { code, retryAfterMs } = await unavailable(it.source.company());
  assert.deepEqual([code, retryAfterMs], ["source_maintenance", 600_000]);
  it.server.instead = () => wireError(503, "service_maintenance");
  assert.equal((await unavailable(it.source.company())).code, "source_maintenance");
  assert.equal(it.server.seen.length, 2);
});

Deno.test("a stopped job ends a request under way and a wait, with its own reason", async () => {
  const stopped = new Error("stopped");
  {
    const control = new AbortController();
    await using it = open({ signal: control.signal });
    const order: string[] = [];
    const answered = Promise.withResolvers<void>();
    it.server.instead = async () => {
      control.abort(stopped);
      // As late as it takes; but a request that is not ended has its answer at last.
      for (let turn = 0; turn < 200 && order.length === 0; turn++) {
        await new Promise((go) => setTimeout(go, 1));
      }
      order.push("answered");
      answered.resolve();
      return undefined;
    };
    await assert.rejects(it.source.company(), stopped);
    order.push("ended");
    await answered.promise;
    assert.deepEqual(order, ["ended", "answered"]);
  }
  await using server = serveSmarthr(wireCompany(1));
  const control = new AbortController();
  server.instead = () => wireError(500, "internal_server_error");
  const source = smarthrSource(server.access, {
    signal: control.signal,
    heartbeat: () => server.seen.length === 1 && control.abort(stopped),
  });
  await assert.rejects(source.company(), stopped);
  assert.equal(server.seen.length, 1);
});

Deno.test("a long wait says that it lives more often than the watchdog looks", async () => {
  await using it = open();
  it.server.instead = (_, n) =>
    n === 1 ? wireError(429, "too_many_requests", { "retry-after": "15" }) : undefined;
  await it.source.countEmployees();
  assert.deepEqual(it.time.waits, [5_000, 5_000, 5_000]);
});
