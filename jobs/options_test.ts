import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { memberFilterOf } from "../domain/member_filter.ts";
import type { ChoiceField, SeveralField } from "./operation.ts";
import { answersAll, fieldsOf, MAX_IDS, optionsOf } from "./options.ts";

const FORMAT: ChoiceField = {
  type: "choice",
  name: "format",
  legend: "形式",
  choices: [{ value: "generic", label: "汎用" }, { value: "bugyo", label: "奉行" }],
};
const YEAR: ChoiceField = {
  type: "choice",
  name: "year",
  legend: "年度",
  choices: [{ value: "this", label: "今年" }],
  when: { field: "format", is: ["generic"] },
};

const DOCUMENTS: SeveralField = {
  type: "several",
  name: "documents",
  legend: "書類",
  choices: ["a", "b", "c"].map((value) => ({ value, label: value })),
};

const refusedWith = (what: string) => (error: unknown) =>
  error instanceof Refusal && error.params.what === what;

Deno.test("choices are kept as declared; what nobody declared is not", () => {
  const options = optionsOf({ fields: [FORMAT, YEAR] }, [["format", "generic"], ["year", "this"], [
    "x",
    "y",
  ]]);
  assert.deepEqual(options, { format: "generic", year: "this" });
});

Deno.test("a choice that does not apply is neither asked for nor kept", () => {
  assert.deepEqual(optionsOf({ fields: [FORMAT, YEAR] }, [["format", "bugyo"], ["year", "this"]]), {
    format: "bugyo",
  });
});

Deno.test("a choice that may be left out means what it says then", () => {
  const optional = { ...FORMAT, absent: "bugyo" };
  assert.deepEqual(optionsOf({ fields: [optional] }, []), { format: "bugyo" });
  assert.deepEqual(optionsOf({ fields: [optional] }, [["format", "generic"]]), { format: "generic" });
  assert.throws(() => optionsOf({ fields: [optional] }, [["format", "other"]]), refusedWith("形式"));
});

Deno.test("a missing, unknown or repeated choice is refused by its name", () => {
  for (const given of [[], [["format", "other"]], [["format", "bugyo"], ["format", "bugyo"]]]) {
    assert.throws(() => optionsOf({ fields: [FORMAT] }, given as [string, string][]), refusedWith("形式"));
  }
  assert.throws(() => optionsOf({ fields: [FORMAT, YEAR] }, [["format", "generic"]]), refusedWith("年度"));
});

Deno.test("several are kept once each, in the order in which they are asked for; one at least, and known ones", () => {
  const several = (...values: string[]) =>
    optionsOf({ fields: [DOCUMENTS] }, values.map((value): [string, string] => ["documents", value]));
  assert.deepEqual(several("c", "a", "c"), { documents: ["a", "c"] });
  assert.deepEqual(several("b"), { documents: ["b"] });
  assert.throws(() => several("a", "x"), refusedWith("書類"));
  assert.throws(() => several(), (error) => error instanceof Refusal && error.code === "nothing_chosen");
});

Deno.test("stored options answer what is asked for now, or they do not", () => {
  const known = (options: Parameters<typeof answersAll>[1]) =>
    answersAll([FORMAT, { ...DOCUMENTS, when: { field: "format", is: ["generic"] } }], options);
  assert.ok(known({ format: "generic", documents: ["a", "b"] }));
  assert.ok(known({ format: "bugyo" }));
  assert.equal(known({ format: "generic" }), false);
  for (const documents of [[], ["x"], ["a", "x"], "a"]) {
    assert.equal(known({ format: "generic", documents }), false);
  }
  assert.equal(known({ format: ["generic"], documents: ["a"] }), false, "a choice of one is no list");
});

Deno.test("ticked ids are kept once each; none, too many and what is no id are refused", () => {
  const ids = (...given: string[]) => given.map((id) => ["ids", id] as [string, string]);
  assert.deepEqual(optionsOf({ selection: true }, ids("a", "b", "a")), { ids: ["a", "b"] });
  const many = ids(...Array.from({ length: MAX_IDS + 1 }, (_, i) => `id${i}`));
  for (const given of [[], many, ids("../x"), ids("")]) {
    assert.throws(() => optionsOf({ selection: true }, given), refusedWith("選択した行"));
  }
  assert.equal((optionsOf({ selection: true }, many.slice(1)).ids as string[]).length, MAX_IDS);
});

Deno.test("the group of all that match is the id of one, or none", () => {
  const all = (group: string) =>
    optionsOf({ selection: true }, [["all", "1"], ["in_group", group]] as [string, string][]);
  for (const group of ["", "none", "01M3TCB0S0E90TFF0A4F8A50AZ"]) {
    assert.deepEqual(all(group).in_group, [group]);
  }
  for (const group of ["x".repeat(65), "a/b", "\0"]) {
    assert.throws(() => all(group), refusedWith("依頼グループ"));
  }
});

Deno.test("a filter that would let more people pass than it says is refused", () => {
  const all = (...fields: [string, string][]) => optionsOf({ selection: true }, [["all", "1"], ...fields]);
  const narrow: [string, string][][] = [
    [["status", "not_requested"], ["status", ""], ["documents", "returned"], [
      "department",
      "どこにもない部署",
    ]],
    [["exclusion", "otsu"], ["created", "insurance"], ["previous_job", "waiting"], ["employment", ""]],
  ];
  for (const fields of narrow) assert.doesNotThrow(() => all(...fields));
  const many = Array.from({ length: 201 }, (_, i): [string, string] => ["department", `第${i}部`]);
  const broader: [string, string][][] = [
    [["status", "未依頼"]],
    [["status", "requested"], ["status", "requestd"]],
    [["exclusion", "x"]],
    [["created", "x"]],
    [["documents", "x"]],
    [["previous_job", "x"]],
    [["q", "あ".repeat(101)]],
    many,
  ];
  for (const fields of broader) assert.throws(() => all(...fields), refusedWith("絞り込みの条件"));
});

Deno.test("all that match is kept as the filter, and read back as one", () => {
  const options = optionsOf({ selection: true }, [
    ["all", "1"],
    ["q", "山田"],
    ["department", "営業部"],
    ["department", ""],
    ["in_group", "g1"],
    ["other", "x"],
  ]);
  assert.deepEqual(options, { all: "1", q: ["山田"], department: ["営業部", ""], in_group: ["g1"] });
  const filter = memberFilterOf(fieldsOf(options));
  assert.deepEqual([filter.text, filter.departments], ["山田", ["営業部", ""]]);
});
