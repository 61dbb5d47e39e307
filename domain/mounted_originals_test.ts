import assert from "node:assert/strict";
import fc from "fast-check";
import type { Collected } from "./declaration/collected.ts";
import { collected } from "./declaration/declaration_fixture.ts";
import { MUTUAL_AIDS } from "./declaration/deductions.ts";
import { contract } from "./forms/forms_fixture.ts";
import { CONTRACT_KINDS, CONTRACT_SOURCES, SOCIAL_KINDS } from "./insurance.ts";
import { mountedOriginals } from "./mounted_originals.ts";
import { MOUNTED_NAMES, originalsOf } from "./originals.ts";

const contracts = fc.array(
  fc.record({
    kind: fc.constantFrom(...CONTRACT_KINDS),
    source: fc.constantFrom(...CONTRACT_SOURCES),
    social: fc.constantFrom(...SOCIAL_KINDS, null),
    electronic: fc.boolean(),
    amount: fc.option(fc.nat()),
  }).map(({ social, ...one }) => contract({ ...one, social: one.kind === "social" ? social : null })),
);
const aid = fc.record({ amount: fc.option(fc.nat(3)), electronic: fc.boolean() });

const declared: fc.Arbitrary<Collected> = fc.record({
  claims: fc.constantFrom(true, false, null),
  contracts,
  dc: fc.option(fc.record({ amount: fc.nat(3), editable: fc.boolean() })),
  aids: fc.tuple(aid, aid, aid),
}).map(({ claims, contracts, dc, aids }) => ({
  ...collected([], (one) => {
    const mutualAid = Object.fromEntries(MUTUAL_AIDS.map((kind, i) => [kind, aids[i]!]));
    return {
      ...one,
      insurance: { ...one.insurance, claims, mutualAid: mutualAid as typeof one.insurance.mutualAid },
    };
  }),
  insurance: { v: 1, contracts, dc, registered: [] },
}));

Deno.test("the 台紙 lists as many certificates as the list of originals names of its kinds", () => {
  fc.assert(fc.property(declared, (one) => {
    const names = originalsOf(one).filter((name) => MOUNTED_NAMES.includes(name.replace(/\d+$/, "")));
    assert.equal(mountedOriginals(one).length, names.length);
  }));
});

Deno.test("a certificate is told with its 区分, company, 証券番号 and amount, in the order of the kinds", () => {
  const one = collected([], (declaration) => {
    const { insurance } = declaration;
    const individual = { amount: 276_000, electronic: false };
    return {
      ...declaration,
      insurance: { ...insurance, mutualAid: { ...insurance.mutualAid, individual } },
    };
  });
  const pension = contract({ kind: "social", social: "national_pension", company: "日本年金機構", type: "" });
  const life = contract({ generation: "new", policyNumber: "12-345", amount: 80_000 });
  const insurance = { ...one.insurance, contracts: [pension, life], dc: { amount: 12_000, editable: true } };
  const kind = "小規模企業共済等掛金";
  const blank = { company: "", policyNumber: "" };
  assert.deepEqual(mountedOriginals({ ...one, insurance }), [
    {
      kind: "一般の生命保険料（新）",
      company: "八景生命",
      type: "終身",
      policyNumber: "12-345",
      amount: 80_000,
    },
    {
      kind: "社会保険料（国民年金・国民年金基金）",
      company: "日本年金機構",
      type: "",
      policyNumber: "",
      amount: 50_000,
    },
    { kind, ...blank, type: "企業型年金加入者掛金", amount: 12_000 },
    { kind, ...blank, type: "個人型年金加入者掛金", amount: 276_000 },
  ]);
});
