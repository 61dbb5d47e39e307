import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { smarthrSource } from "../sources/smarthr.ts";
import { serveSmarthr, wireCompany } from "../sources/smarthr/test_server.ts";
import { JobLost, JobStopped } from "./engine/errors.ts";
import { listenedSource } from "./listened_source.ts";
import { masterOf, person } from "./test_tools.ts";

function execution() {
  const control = new AbortController();
  const x = { signs: 0, alive: () => void x.signs++, signal: control.signal };
  return { x, stop: (reason: string) => control.abort(reason) };
}

Deno.test("every call and every batch is a sign of life", async () => {
  const { x } = execution();
  const source = listenedSource(masterOf([person("1"), person("2")]), x);
  assert.equal((await source.employeesByCode(["2"]))[0]?.code, "2");
  assert.equal(x.signs, 2);
  assert.equal((await Array.fromAsync(source.employees())).flat().length, 2);
  assert(x.signs >= 4);
  await assert.rejects(source.company(), new Refusal("source_missing"));
});

Deno.test("a source that is waited for beats in between, and a stopped job is told that it was stopped", async () => {
  for (const [reason, kind] of [["stopped", JobStopped], ["lost", JobLost]] as const) {
    await using server = serveSmarthr(wireCompany(250));
    const { x, stop } = execution();
    const source = listenedSource(smarthrSource(server.access), x);
    const gate = Promise.withResolvers<Response>();
    let people = 0;
    await assert.rejects(async () => {
      for await (const batch of source.employees()) {
        people += batch.length;
        server.instead = () => {
          stop(reason);
          return gate.promise;
        };
      }
    }, kind);
    assert.equal(people, 100);
    assert(x.signs > 3);
    gate.resolve(new Response());
  }
});

Deno.test("who stops reading ends the reading", async () => {
  let ended = false;
  const { x } = execution();
  const source = listenedSource(
    masterOf([], {
      async *employees() {
        try {
          for (;;) yield await Promise.resolve([person("1")]);
        } finally {
          ended = true;
        }
      },
    }),
    x,
  );
  for await (const _ of source.employees()) break;
  assert(ended);
});
