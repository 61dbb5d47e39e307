import assert from "node:assert/strict";
import { detector } from "../formats/charset.ts";
import { firstRecord } from "../formats/csv_read.ts";
import { matchHeader } from "../formats/csv_header.ts";
import { OPERATIONS } from "./registry.ts";
import { templateOf } from "./template.ts";

Deno.test("every template is in its encoding and is taken by its own import", () => {
  const inputs = OPERATIONS.flatMap(({ input }) => input ? [input] : []);
  assert.ok(inputs.length > 0);
  for (const input of inputs) {
    const bytes = templateOf(input);
    const detected = detector();
    detected.push(bytes);
    assert.equal(detected.finish(), input.template.encoding);
    const text = new TextDecoder(input.template.encoding).decode(bytes);
    const header = firstRecord(text)?.cells ?? [];
    assert.deepEqual(matchHeader(header, input.columns).problems, []);
    assert.equal(text.trimEnd().split("\r\n").length, 2);
  }
});
