import { figuresOf } from "../../domain/declaration/computed/figures.ts";
import { initialDeclaration } from "../../domain/declaration/initial.ts";
import { numberedAs, type Row } from "../../domain/lists/row.ts";
import { sampleCompany, setUpAt } from "./companies.ts";
import { sampleMembers } from "./members.ts";
import { myNumbersOf } from "./my_numbers.ts";
import { subjectOf } from "./people.ts";

/** For tests: a sample company of 300, and those of its people who have a 依頼. */
export const COMPANY = sampleCompany(300);
const memberAt = sampleMembers(COMPANY);
/** With the place of each. */
export const MEMBERS = Array.from({ length: COMPANY.count }, (_, i) => i).flatMap((i) => {
  const member = memberAt(i);
  return member?.request ? [{ ...member, request: member.request, i }] : [];
});

/** What their files would be read from. */
export const ROWS: Row[] = MEMBERS.map(({ employee, request, newcomer, answers, i }) => {
  const family = [...newcomer.family];
  const collected = {
    declaration: answers?.declaration ?? initialDeclaration({ self: newcomer.master, family }),
    insurance: newcomer.carried!,
    housingLoan: answers ? answers.housingLoan : newcomer.housingLoan ?? null,
  };
  const numbered = new Set(
    myNumbersOf(COMPANY, i, subjectOf(COMPANY, i)).map(({ relative }) => numberedAs(relative ?? null)),
  );
  const baseline = {
    v: 1 as const,
    takenAt: setUpAt(COMPANY),
    self: newcomer.master,
    family,
    housingLoan: null,
  };
  const group = "本社";
  const company = "サンプル";
  return {
    ...collected,
    company,
    group,
    employee,
    request,
    baseline,
    numbered,
    figures: figuresOf(COMPANY.year, collected),
  };
});
