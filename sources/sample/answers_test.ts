import assert from "node:assert/strict";
import { COVERAGE } from "../../domain/lists/mod.ts";
import { textOf } from "../../domain/lists/row.ts";
import columns from "../../domain/lists/testdata/columns.json" with { type: "json" };
import { candidateFor } from "../../domain/declaration/candidate.ts";
import { declarationSchema } from "../../domain/declaration/declaration.ts";
import { documentsFor } from "../../domain/declaration/documents.ts";
import { housingLoanSchema } from "../../domain/housing_loan.ts";
import { DOCUMENT_KINDS } from "../../domain/request.ts";
import { sampleCompany } from "./companies.ts";
import { sampleMembers } from "./members.ts";
import { COMPANY, MEMBERS as members, ROWS as rows } from "./rows_fixture.ts";

for (const [file, list] of Object.entries(columns)) {
  Deno.test(`every column and every allowed value of ${file} occurs among the sample company's answers`, () => {
    const missing = list.flatMap((column) => {
      const allowed = "allowed" in column ? column.allowed : undefined;
      const found = new Set(rows.flatMap((row) => [COVERAGE[file]![column.header]!(row)].flat().map(textOf)));
      if (!allowed) return [...found].some((text) => text !== "") ? [] : [column.header];
      return allowed.filter((value) => !found.has(value)).map((value) => `${column.header}: ${value}`);
    });
    assert.deepEqual(missing, []);
  });
}

Deno.test("answers fit their schemas, and nobody has any who was not asked", () => {
  for (const { request, answers } of members) {
    if (answers) {
      assert.deepEqual(declarationSchema.parse(answers.declaration), answers.declaration);
      if (answers.housingLoan) {
        assert.deepEqual(housingLoanSchema.parse(answers.housingLoan), answers.housingLoan);
      }
    }
    if (["not_requested", "requested"].includes(request.status)) assert.equal(answers, null);
    if (request.answeredOnce || request.status === "answering") assert.notEqual(answers, null);
  }
});

Deno.test("what is answered makes the documents, the 前職情報 and the 対象外候補 of the request", () => {
  for (const row of rows.filter(({ request }) => request.answeredOnce)) {
    const { request, declaration } = row;
    const needed = documentsFor(COMPANY.year, row, { makeInsurance: false });
    const unneeded = DOCUMENT_KINDS.filter((kind) =>
      request.documents[kind] && !needed.documents.includes(kind)
    );
    assert.deepEqual(unneeded, [], row.employee.code);
    if (request.previousJob) assert(needed.previousJob);
    const candidate = request.exclusion?.endsWith("_candidate") ? request.exclusion : null;
    assert.equal(candidateFor(COMPANY.year, row), candidate, row.employee.code);
    assert.equal(declaration.insurance.claims ?? false, request.documents.insurance !== undefined);
  }
});

Deno.test("the same person answers the same in a company of any size", () => {
  const large = sampleMembers(sampleCompany(5_000));
  for (const { i, answers } of members.slice(0, 60)) assert.deepEqual(large(i)!.answers, answers);
});
