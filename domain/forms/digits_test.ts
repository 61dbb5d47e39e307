import assert from "node:assert/strict";
import { OWN } from "../my_number.ts";
import { allBoxes, boxesOf, type Form } from "./mod.ts";
import { digitsFor, namesHolders } from "./digits.ts";
import { CONTEXT, everything } from "./forms_fixture.ts";

const opened = (relation: string, firstName: string, number: string) => ({
  holder: { relation, lastName: "山田", firstName },
  number,
});
const NUMBERS = [
  { holder: OWN, number: "1" },
  opened("夫", "次郎", "2"),
  // As somebody typed them: width and blanks make no difference.
  opened("長男　", "一", "3"),
  opened("長男", "三", "4"),
  opened("長男", "二", "5"),
  opened("長男", "いない", "6"),
];

/** `box: number` of what is printed. */
const printed = (form: Form) => Object.fromEntries(digitsFor(form, NUMBERS));

Deno.test("every number stands at its holder, in each part that names them", () => {
  const found = new Set<string>();
  for (const document of ["this_year_dependants", "basic_spouse_adjustment"] as const) {
    const form = boxesOf(document, everything(), CONTEXT);
    const values = new Map(allBoxes(form).map(({ id, value }) => [id, value]));
    for (const [id, number] of Object.entries(printed(form))) {
      const { holder } = NUMBERS.find((one) => one.number === number)!;
      const name = holder === OWN ? "山田 花子" : `${holder.lastName} ${holder.firstName}`;
      assert.equal(values.get(id.replace(/number$/, "name")), name, `${document} ${id}`);
      found.add(number);
    }
  }
  assert.deepEqual([...found].sort(), ["1", "2", "3", "4", "5"]);
});

Deno.test("nobody whom another earner supports has a number on a form, whatever numbers there are", () => {
  const { declaration, ...rest } = everything();
  const [shared] = declaration.family.shared;
  const reason = { ground: "dependant_under_23" as const, person: shared!.id };
  const income = { ...declaration.income, adjustment: reason };
  const collected = { ...rest, declaration: { ...declaration, income } };
  const number = { holder: { ...shared!, relation: shared!.relation.name }, number: "9" };
  const basic = boxesOf("basic_spouse_adjustment", collected, CONTEXT);
  const named = allBoxes(basic).find(({ id }) => id === "adjustment.name")!;
  assert.equal(named.value, `${shared!.lastName} ${shared!.firstName}`);
  assert.equal(allBoxes(basic).find(({ id }) => id === "adjustment.number")!.holder, undefined);
  assert.equal(digitsFor(basic, [number]).has("adjustment.number"), false);
  const dependants = boxesOf("this_year_dependants", collected, CONTEXT);
  assert.equal([...digitsFor(dependants, [number]).keys()].some((id) => id.startsWith("D.")), false);
});

Deno.test("forms without a box for it have nobody's", () => {
  for (const document of ["insurance", "housing_loan"] as const) {
    const form = boxesOf(document, everything(), CONTEXT);
    assert.equal(namesHolders(form), false);
    assert.deepEqual(printed(form), {});
  }
  assert.ok(namesHolders(boxesOf("next_year_dependants", everything(), CONTEXT)));
});

Deno.test("a holder is who, and nothing else of them", () => {
  for (const { holder } of allBoxes(boxesOf("this_year_dependants", everything(), CONTEXT))) {
    if (holder) assert.deepEqual(Object.keys(holder).sort(), ["firstName", "lastName", "relation"]);
  }
});
