import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { isFiltered, readJobQuery } from "./job_query.ts";

const read = (query: string) => readJobQuery(new URLSearchParams(query));

Deno.test("readJobQuery takes what is filled in and leaves other parameters", () => {
  assert.deepEqual(
    read("status=failed&kind=&text=+本社+&from=2026-11-01&actor=A@x.example&trail=a~b&accepted=1"),
    {
      status: "failed",
      text: "本社",
      from: "2026-11-01",
      actor: "a@x.example",
    },
  );
  assert.deepEqual(read(""), {});
});

Deno.test("readJobQuery refuses values that there are none of, naming the field", () => {
  for (
    const [query, field] of [["status=done", "status"], ["from=2026-02-30", "from"], ["to=x", "to"]] as const
  ) {
    assert.throws(() => read(query), (error) => error instanceof Refusal && error.params.what === field);
  }
  assert.throws(() => read(`text=${"x".repeat(201)}`), Refusal);
});

Deno.test("a cursor alone is no filter", () => {
  assert.ok(!isFiltered(read("cursor=abc")));
  assert.ok(isFiltered(read("cursor=abc&text=a")));
});
