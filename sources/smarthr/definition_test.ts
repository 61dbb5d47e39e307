import assert from "node:assert/strict";
import { CREW_FIELDS } from "./crew.ts";
import { dependentSchema } from "./dependent.ts";
import * as list from "./lists.ts";
import definition from "./testdata/definition.json" with { type: "json" };
import {
  wireAddress,
  wireCrew,
  wireDependent,
  wireEstablishment,
  wireRole,
  wireUser,
} from "./test_records.ts";
import { wireCompany } from "./test_server.ts";
import { userSchema } from "./user.ts";

/** Held against the vendor's definition, so that a name of ours that is misspelt is found. */
const { definitions, queries } = definition;
type Kind = keyof typeof definitions;

const has = (kind: Kind, names: string[]) =>
  assert.deepEqual(names.filter((name) => !Object.hasOwn(definitions[kind], name)), [], kind);

Deno.test("every field that is read stands in the definition", () => {
  has("Crew", CREW_FIELDS.split(","));
  has("Dependent", Object.keys(dependentSchema.shape));
  has("User", Object.keys(userSchema.shape));
  has("Company", Object.keys(list.companies.schema.shape));
  has("BizEstablishment", Object.keys(list.establishments.schema.shape));
  has("DependentRelation", Object.keys(list.relations.schema.shape));
  has("Department", Object.keys(list.departments.schema.shape));
  has("EmploymentType", Object.keys(list.employmentTypes.schema.shape));
});

Deno.test("the records of the loopback server are such as the definition describes", () => {
  const company = wireCompany(1);
  const records: [Kind, Record<string, unknown>][] = [
    ["Crew", wireCrew(0)],
    ["Dependent", wireDependent("crew-0", 1)],
    ["User", wireUser(0)],
    ["Role", wireRole("role")],
    ["BizEstablishment", wireEstablishment("biz")],
    ["Address", wireAddress()],
    ["Company", company.companies[0]!],
    ["Department", company.departments[0]!],
    ...company.relations.map((one) => ["DependentRelation", one] as [Kind, typeof one]),
    ...company.employmentTypes.map((one) => ["EmploymentType", one] as [Kind, typeof one]),
  ];
  for (const [kind, record] of records) {
    has(kind, Object.keys(record));
    const types: Record<string, string | string[]> = definitions[kind];
    for (const [name, value] of Object.entries(record)) {
      assert(fits(value, types[name]!), `${kind}.${name} is ${types[name]}`);
    }
  }
});

function fits(value: unknown, type: string | string[]): boolean {
  if (value === null) return true;
  if (Array.isArray(type)) return type.includes(value as string);
  switch (type) {
    case "string":
      return typeof value === "string";
    case "date":
      return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
    case "date-time":
      return typeof value === "string" && !Number.isNaN(Date.parse(value));
    case "integer":
      return Number.isInteger(value);
    case "boolean":
      return typeof value === "boolean";
    case "array":
      return Array.isArray(value);
    default:
      return typeof value === "object";
  }
}

Deno.test("every query parameter stands in the definition", () => {
  const asked: [keyof typeof queries, Record<string, string> | undefined][] = [
    ["/v1/crews", list.crews({ emp_code: "1" }).query],
    ["/v1/crews", list.crewIds.query],
    ["/v1/crews/{id}", list.crewCode("1").query],
    ["/v1/crews/{id}", list.crewName("1").query],
    ["/v1/users", list.users.query],
    ["/v1/departments", list.departments.query],
  ];
  for (const [path, query] of asked) {
    for (const name of Object.keys(query ?? {})) assert(queries[path].includes(name), `${path} ${name}`);
  }
});
