import assert from "node:assert/strict";
import { initialDeclaration } from "../../domain/declaration/initial.ts";
import { CONTEXT } from "../../domain/forms/forms_fixture.ts";
import { allBoxes, boxesOf } from "../../domain/forms/mod.ts";
import { DOCUMENT_KINDS } from "../../domain/request.ts";
import { PRINTED_ADDRESSES } from "../../domain/tenant_settings.ts";
import { sampleCompany } from "./companies.ts";
import { sampleMembers } from "./members.ts";

Deno.test("every document of the sample company can be filled: each box once, no 個人番号, the same each time", () => {
  const company = sampleCompany(300);
  const memberAt = sampleMembers(company);
  const seen = new Set<string>();
  for (let i = 0; i < company.count; i++) {
    const member = memberAt(i);
    if (!member?.request) continue;
    const { request, newcomer, answers } = member;
    const collected = {
      declaration: answers?.declaration ??
        initialDeclaration({ self: newcomer.master, family: [...newcomer.family] }),
      insurance: newcomer.carried!,
      housingLoan: answers ? answers.housingLoan : newcomer.housingLoan ?? null,
    };
    for (const kind of DOCUMENT_KINDS.filter((one) => request.documents[one])) {
      if (kind === "housing_loan" && !collected.housingLoan) continue;
      const context = {
        ...CONTEXT,
        year: company.year,
        printedAddress: PRINTED_ADDRESSES[i % PRINTED_ADDRESSES.length]!,
      };
      const boxes = allBoxes(boxesOf(kind, collected, context));
      assert.equal(new Set(boxes.map(({ id }) => id)).size, boxes.length, kind);
      const numbers = boxes.filter((box) => box.kind === "number");
      assert(numbers.every(({ value }) => /^(＊{12})?$/.test(value)));
      seen.add(kind);
      assert.deepEqual(allBoxes(boxesOf(kind, collected, context)), boxes);
    }
  }
  assert.deepEqual(seen, new Set(DOCUMENT_KINDS));
});
