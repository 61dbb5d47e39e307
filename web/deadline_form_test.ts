import assert from "node:assert/strict";
import { DEFAULT_CLOSED_MESSAGE } from "../domain/deadline.ts";
import { deadlineForm, readDeadline } from "./deadline_form.ts";

const formOf = (closesOn: string, message: string) => {
  const form = new FormData();
  form.set("closes_on", closesOn);
  form.set("closed_message", message);
  return form;
};

Deno.test("a date and a message are taken, lines as people break them", () => {
  assert.deepEqual(
    readDeadline(formOf("2026-11-27", " 締め切りました。\r\n確定申告をお願いします。か\u3099 ")),
    {
      deadline: { closesOn: "2026-11-27", closedMessage: "締め切りました。\n確定申告をお願いします。が" },
    },
  );
});

Deno.test("nothing is no 受付終了日 and the product's message, which is never stored", () => {
  const none = { deadline: { closesOn: null, closedMessage: null } };
  assert.deepEqual(readDeadline(formOf("", "")), none);
  assert.deepEqual(readDeadline(formOf("", DEFAULT_CLOSED_MESSAGE)), none);
  const group = { v: 1 as const, id: "g", name: "本社", createdAt: 0, closesOn: null, closedMessage: null };
  const { values } = deadlineForm(group);
  assert.deepEqual(values, { closesOn: "", closedMessage: DEFAULT_CLOSED_MESSAGE });
});

Deno.test("what is wrong is told at its field, and what was typed is kept", () => {
  const read = readDeadline(formOf("2026-02-30", "𠮷".repeat(1001)));
  assert.ok("form" in read);
  assert.equal(read.form.values.closesOn, "2026-02-30");
  assert.match(read.form.errors.closesOn!, /実在する日付/);
  assert.match(read.form.errors.closedMessage!, /1001文字/);
  assert.ok("deadline" in readDeadline(formOf("2026-02-28", "𠮷".repeat(1000))));
  // A digit too few would close the group and let every open 依頼 run out in the next morning.
  for (const closesOn of ["0206-12-10", "1999-12-31", "0000-01-01"]) {
    assert.ok("form" in readDeadline(formOf(closesOn, "")), closesOn);
  }
});
