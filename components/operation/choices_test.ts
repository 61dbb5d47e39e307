import assert from "node:assert/strict";
import type { DialogSpec, UploadSpec } from "../../jobs/service.ts";
import {
  applying,
  choicesIn,
  choicesOf,
  type Field,
  notesFor,
  stepsOf,
  unanswered,
  uploadFor,
} from "./choices.ts";

const field = (name: string, values: string[], when?: Field["when"]): Field => ({
  type: "choice",
  name,
  legend: name,
  choices: values.map((value) => ({ value, label: value })),
  ...(when && { when }),
});
/** As 収集情報をダウンロード asks: the second hangs on the first, the third on the second. */
const CHAIN = [
  field("format", ["generic", "bugyo"]),
  field("item", ["all", "insurance"], { field: "format", is: ["generic"] }),
  field("layout", ["vertical"], { field: "item", is: ["insurance"] }),
];
const upload = { extensions: [".csv"] } as UploadSpec;
const dialog = (more: Partial<DialogSpec>) => ({ fields: [], upload: null, uploadBy: null, ...more });
const names = (fields: readonly Field[]) => fields.map(({ name }) => name);

Deno.test("the first of each is chosen beforehand, or what was sent where the field knows it", () => {
  assert.deepEqual(choicesOf(CHAIN), { format: ["generic"], item: ["all"], layout: ["vertical"] });
  const again = choicesOf(CHAIN, { format: ["bugyo"], item: ["nonsense"], other: ["x"] });
  assert.deepEqual(again, { format: ["bugyo"], item: ["all"], layout: ["vertical"] });
});

const SEVERAL: Field = { ...field("documents", ["a", "b", "c"]), type: "several" };

Deno.test("of several nothing is chosen beforehand; what was sent is kept, in their order", () => {
  assert.deepEqual(choicesOf([SEVERAL]), { documents: [] });
  const sent = choicesIn([["documents", "c"], ["documents", "x"], ["documents", "a"], ["key", "1"]]);
  assert.deepEqual(sent, { documents: ["c", "x", "a"], key: ["1"] });
  assert.deepEqual(choicesOf([SEVERAL], sent), { documents: ["a", "c"] });
});

Deno.test("what nothing is chosen of is told of while it is asked for and shown", () => {
  const [format] = CHAIN;
  const dependent: Field = { ...SEVERAL, when: { field: "format", is: ["generic"] } };
  const fields = [format!, dependent];
  const missing = (shown: Field[], chosen: Parameters<typeof unanswered>[2]) =>
    names(unanswered(shown, fields, chosen));
  assert.deepEqual(missing([dependent], { format: ["generic"], documents: [] }), ["documents"]);
  assert.deepEqual(missing([dependent], { format: ["generic"] }), ["documents"]);
  assert.deepEqual(missing([dependent], { format: ["generic"], documents: ["a"] }), []);
  assert.deepEqual(missing([dependent], { format: ["bugyo"], documents: [] }), []);
  assert.deepEqual(missing([format!], { format: ["generic"], documents: [] }), []);
});

Deno.test("a field is asked for only while the one that it hangs on is asked for too", () => {
  const asked = (format: string, item: string) => names(applying(CHAIN, { format: [format], item: [item] }));
  assert.deepEqual(asked("generic", "insurance"), ["format", "item", "layout"]);
  assert.deepEqual(asked("generic", "all"), ["format", "item"]);
  assert.deepEqual(asked("bugyo", "insurance"), ["format"]);
});

Deno.test("a note is said while what it is about is chosen", () => {
  const notes = [{ when: { field: "format", is: ["bugyo"] }, text: ["10人まで"] }];
  assert.deepEqual(notesFor({ notes }, { format: ["bugyo"] }), ["10人まで"]);
  assert.deepEqual(notesFor({ notes }, { format: ["generic"] }), []);
  assert.deepEqual(notesFor({}, { format: ["bugyo"] }), []);
});

Deno.test("the file is the one of the chosen format", () => {
  const by = dialog({ uploadBy: { field: "format", of: { csv: upload } } });
  assert.equal(uploadFor(by, { format: ["csv"] }), upload);
  assert.equal(uploadFor(by, { format: ["none"] }), null);
  assert.equal(uploadFor(dialog({ upload }), {}), upload);
});

Deno.test("choices stand before a file, and before those that hang on them", () => {
  const steps = (more: Partial<DialogSpec>) => stepsOf(dialog(more)).map(names);
  const [first] = CHAIN;
  assert.deepEqual(steps({}), [[]]);
  assert.deepEqual(steps({ upload }), [[]]);
  assert.deepEqual(steps({ fields: [first!] }), [["format"]]);
  assert.deepEqual(steps({ fields: [first!], upload }), [["format"], []]);
  assert.deepEqual(steps({ fields: CHAIN }), [["format"], ["item", "layout"]]);
});
