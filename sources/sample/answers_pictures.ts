import type { Declaration } from "../../domain/declaration/declaration.ts";
import { type Picture, SELF } from "../../domain/declaration/picture.ts";
import type { Proof } from "../../domain/document_settings.ts";
import type { Insurance } from "../../domain/insurance.ts";
import type { Turn } from "./answers_turn.ts";

/** A proof that somebody has to show. */
type Due = Pick<Picture, "kind" | "subject" | "year">;

/** The pictures of a declaration: half of the proofs have one. Their bytes are not there. */
export function picturesFor(
  turn: Turn,
  declaration: Declaration,
  insurance: Insurance,
  at: number,
): Picture[] {
  return dueOf(declaration, insurance).filter((_, n) => (turn.place + n) % 2 === 0).slice(0, 20)
    .map((due, n) => ({
      id: `sample-picture-${turn.draws.int(1_000_000_000)}`,
      ...due,
      name: `IMG_${String(turn.place * 20 + n).padStart(4, "0")}.jpg`,
      type: "image/jpeg" as const,
      size: 200_000 + turn.draws.int(2_000_000),
      at,
    }));
}

function dueOf({ self, spouse, family, previousJob, housingLoan }: Declaration, insurance: Insurance): Due[] {
  const people = [...(spouse.person ? [spouse.person] : []), ...family.people];
  const due = (kind: Proof, subject: string | null, year: Due["year"]): Due => ({ kind, subject, year });
  const years = [["thisYear", "this"], ["nextYear", "next"]] as const;
  return [
    ...years.flatMap(([of, year]) => [
      ...(self[of].disability ? [due("disability", SELF, year)] : []),
      ...(self[of].student ? [due("working_student", SELF, year)] : []),
      ...people.flatMap((person) => [
        ...(person[of].disability ? [due("disability", person.id, year)] : []),
        ...(person[of].abroad ? [due("abroad", person.id, year)] : []),
      ]),
    ]),
    ...family.shared.map(({ id }) => due("disability", id, "this")),
    ...previousJob.jobs.map(({ id }) => due("withholding_slip", id, "this")),
    ...insurance.contracts.filter(({ source }) => source === "self").map(({ id }) =>
      due("insurance", id, "this")
    ),
    ...(housingLoan.claim === "yes" ? [due("housing_loan", null, "this")] : []),
  ];
}
