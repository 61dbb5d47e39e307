import assert from "node:assert/strict";
import { guardedFetch, ProviderUnreachable, type Resolve } from "./guarded_fetch.ts";

const PRODUCTION = { privateHosts: [], loopback: false };
const ASKED = { method: "GET", headers: {} };
const unreachable = (error: unknown) => error instanceof ProviderUnreachable;

/** A DNS that answers with these addresses, whatever it is asked; counts the questions. */
function dnsOf(...addresses: string[]) {
  let asked = 0;
  const dns = ((_name: string, _options: unknown, done: (...answer: unknown[]) => void) => {
    asked++;
    done(null, addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));
  }) as unknown as Resolve;
  return { dns, asked: () => asked };
}

/** A port of this machine that counts who connects, and hangs up. */
function listen() {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const port = (listener.addr as Deno.NetAddr).port;
  let connections = 0;
  const done = (async () => {
    for await (const connection of listener) {
      connections++;
      connection.close();
    }
  })();
  return {
    port,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      listener.close();
      await done.catch(() => {});
    },
  };
}

Deno.test("a name that leads into a private network is not connected to", async () => {
  await using inside = listen();
  const address = `https://id.example.jp:${inside.port}/`;
  for (const found of [["127.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["8.8.8.8", "127.0.0.1"], []]) {
    const { dns, asked } = dnsOf(...found);
    await assert.rejects(guardedFetch(PRODUCTION, dns)(address, ASKED), unreachable, found.join());
    assert.equal(asked(), 1, "checked where it is used: a second answer would be another one");
  }
  assert.equal(inside.connections(), 0);
});

Deno.test("a host that the operator vouches for is connected to, over TLS only", async () => {
  await using inside = listen();
  const rules = { privateHosts: ["id.example.jp"], loopback: false };
  const fetch = guardedFetch(rules, dnsOf("127.0.0.1").dns);
  await assert.rejects(fetch(`https://id.example.jp:${inside.port}/`, ASKED), unreachable);
  assert.equal(inside.connections(), 1);
  await assert.rejects(fetch(`http://id.example.jp:${inside.port}/`, ASKED), unreachable);
  assert.equal(inside.connections(), 1);
});

Deno.test("addresses of this machine and its network are refused before anything is looked up", async () => {
  const { dns, asked } = dnsOf("8.8.8.8");
  const fetch = guardedFetch(PRODUCTION, dns);
  for (
    const address of [
      "http://id.example.jp/",
      "https://127.0.0.1/",
      "https://[::1]/",
      "https://localhost/",
      "https://169.254.169.254/",
      "https://user:pass@id.example.jp/",
      "file:///etc/passwd",
      "not an address",
    ]
  ) await assert.rejects(fetch(address, ASKED), unreachable, address);
  assert.equal(asked(), 0);
});

/** What loopback answers in development. */
function answering(handler: (req: Request) => Response | Promise<Response>) {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, handler);
  const { port } = server.addr as Deno.NetAddr;
  const fetch = guardedFetch({ privateHosts: [], loopback: true });
  return {
    ask: (asked: Partial<Parameters<typeof fetch>[1]> = {}) =>
      fetch(`http://127.0.0.1:${port}/x?y=1`, { ...ASKED, ...asked }),
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

Deno.test("method, headers and body go there, status, type and body come back", async () => {
  await using it = answering(async (req) => {
    const { pathname, search } = new URL(req.url);
    const echo = {
      method: req.method,
      at: pathname + search,
      x: req.headers.get("x"),
      body: await req.text(),
    };
    return Response.json(echo, { status: 418, headers: { "set-cookie": "a=b" } });
  });
  const answer = await it.ask({ method: "POST", headers: { x: "1" }, body: "ボディ" });
  assert.equal(answer.status, 418);
  assert.equal(answer.headers.get("set-cookie"), null);
  assert.deepEqual(await answer.json(), { method: "POST", at: "/x?y=1", x: "1", body: "ボディ" });
});

Deno.test("a redirection is an answer like any other, an endless answer is none", async () => {
  await using away = answering(() => Response.redirect("http://localhost:9/", 302));
  assert.equal((await away.ask()).status, 302);
  await using empty = answering(() => new Response(null, { status: 204 }));
  assert.equal((await empty.ask()).status, 204);
  let sent = 0;
  await using endless = answering(() => {
    const chunk = new Uint8Array(64 * 1024);
    return new Response(ReadableStream.from((function* () {
      for (; sent < 1_000; sent++) yield chunk;
    })()));
  });
  await assert.rejects(endless.ask(), unreachable);
  assert(sent < 1_000, "it stops reading");
});

const STRANGE = [
  "HTTP/1.1 999 Strange\r\ncontent-length: 0\r\n\r\n",
  "HTTP/1.1 503 Down\r\ncontent-length: 0\r\n\r\n",
  "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\ncut",
  "HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
  "no HTTP at all\r\n\r\n",
  "",
];
for (const [i, text] of STRANGE.entries()) {
  Deno.test(`an answer that is none (${i}) is an outage, not the end of the process`, async () => {
    using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
    const answered = listener.accept().then(async (connection) => {
      await connection.read(new Uint8Array(1_024));
      await connection.write(new TextEncoder().encode(text));
      connection.close();
    });
    const { port } = listener.addr as Deno.NetAddr;
    const fetch = guardedFetch({ privateHosts: [], loopback: true });
    await assert.rejects(fetch(`http://127.0.0.1:${port}/`, ASKED), unreachable);
    await answered;
  });
}

Deno.test("who is told to stop waiting stops", async () => {
  const control = new AbortController();
  const late = Promise.withResolvers<Response>();
  await using it = answering(() => {
    control.abort();
    return late.promise;
  });
  await assert.rejects(it.ask({ signal: control.signal }), unreachable);
  late.resolve(new Response("late"));
});
