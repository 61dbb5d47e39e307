import type { Declaration } from "../../domain/declaration/declaration.ts";
import { type Picture, SELF } from "../../domain/declaration/picture.ts";
import type { Proof } from "../../domain/document_settings.ts";
import type { Insurance } from "../../domain/insurance.ts";
import type { Turn } from "./answers_turn.ts";

/** A proof that somebody has to show. */
type Due = Pick<Picture, "kind" | "subject" | "year">;

/** The first of a company show pictures, so that a large one is made as fast as before. */
const PEOPLE_WITH_PICTURES = 300;

/** Begins the ids of pictures that nobody took; their bytes are those of `SAMPLE_FILES`. */
export const SAMPLE_PICTURE = "sample-picture-";

/** What stands for each proof: drawn for this product, with 見本 across it. `size` in bytes; files of `pictures/`. */
export const SAMPLE_FILES: Readonly<Record<Proof, Pick<Picture, "name" | "type" | "size">>> = {
  insurance: { name: "insurance.jpg", type: "image/jpeg", size: 15_984 },
  withholding_slip: { name: "withholding_slip.jpg", type: "image/jpeg", size: 16_021 },
  disability: { name: "disability.png", type: "image/png", size: 8_122 },
  working_student: { name: "working_student.png", type: "image/png", size: 7_912 },
  abroad: { name: "abroad.jpg", type: "image/jpeg", size: 12_931 },
  housing_loan: { name: "housing_loan.pdf", type: "application/pdf", size: 17_551 },
};

/** The pictures of the declaration of person number `i`: half of the proofs have one. */
export function picturesFor(
  i: number,
  turn: Turn,
  declaration: Declaration,
  insurance: Insurance,
  at: number,
): Picture[] {
  if (i >= PEOPLE_WITH_PICTURES) return [];
  return dueOf(declaration, insurance).filter((_, n) => (turn.place + n) % 2 === 0).slice(0, 20)
    .map((due, n) => {
      const { name, type, size } = SAMPLE_FILES[due.kind];
      const id = `${SAMPLE_PICTURE}${turn.draws.int(1_000_000_000)}`;
      const number = String(turn.place * 20 + n).padStart(4, "0");
      return { id, ...due, name: `IMG_${number}${name.slice(name.lastIndexOf("."))}`, type, size, at };
    });
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
