import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { isAuditFiltered, readAuditQuery } from "./audit_query.ts";

const read = (query: string) => readAuditQuery(new URLSearchParams(query));

Deno.test("filters are read from an address or a form; empty ones are none", () => {
  assert.deepEqual(read("person=+A@B.Example+&event=&from=2026-11-02&other=1"), {
    person: "a@b.example",
    from: "2026-11-02",
  });
  const form = new FormData();
  form.append("event", "denied");
  form.append("job", "01kajob0000000000000000001");
  form.append("from", new File([], "x"));
  assert.deepEqual(readAuditQuery(form), { event: "denied", job: "01KAJOB0000000000000000001" });
});

Deno.test("what cannot be a filter is refused by name", () => {
  for (const query of ["event=deleted", "from=2026-13-01", `person=${"a".repeat(201)}`]) {
    const name = query.split("=")[0];
    assert.throws(
      () => read(query),
      (error) => error instanceof Refusal && error.code === "bad_request" && error.params.what === name,
    );
  }
});

Deno.test("a cursor alone is no filter", () => {
  assert.equal(isAuditFiltered(read("cursor=x")), false);
  assert.equal(isAuditFiltered(read("event=denied&cursor=x")), true);
});
