import type { RelationEntry } from "../../master.ts";
import type { Person } from "../../declaration/person.ts";
import { listed } from "../fields/controls.ts";
import type { Fields } from "../fields/fields.ts";

type Relation = Person["relation"];

/** 続柄 of a spouse: presets of the source. */
const SPOUSES = ["wife", "husband"];
const SPOUSE_NAMES = ["妻", "夫"];

/** True for 続柄 that a spouse has. */
export function isSpouseRelation({ name, preset }: Pick<Relation, "name" | "preset">): boolean {
  return preset === null ? SPOUSE_NAMES.includes(name) : SPOUSES.includes(preset);
}

/** 続柄 of a spouse, or of another relative, chosen from what the company has. */
export function relation(
  relations: readonly RelationEntry[],
  of: "spouse" | "relative",
): Fields<{ relation: Relation }> {
  const offered = relations.filter((one) => isSpouseRelation(one) === (of === "spouse"));
  const missing = of === "spouse" && offered.length === 0 ? SPOUSE_NAMES.map(ownRelation) : [];
  const choices: Relation[] = [...offered, ...missing];
  return {
    views: listed("relation", "続柄", choices.map(({ name }) => name), { required: true }).views,
    texts: (value) => fieldFor(value.relation).texts({ relation: value.relation.name }),
    read(value, sent, wrong) {
      const { relation: name } = fieldFor(value.relation).read({ relation: "" }, sent, wrong);
      const chosen = choices.find((one) => one.name === name);
      if (!chosen) return value;
      const { preset, isChild } = chosen;
      return { ...value, relation: { name, preset, isChild } };
    },
  };

  /** A 続柄 that the company has no more stays as it is. */
  function fieldFor({ name }: Relation) {
    const names = choices.map((one) => one.name);
    return listed("relation", "続柄", names.includes(name) || name === "" ? names : [name, ...names], {
      required: true,
    });
  }
}

function ownRelation(name: string): Relation {
  return { name, preset: null, isChild: false };
}
