import { MUTUAL_AID_LABELS, MUTUAL_AIDS } from "../declaration/deductions.ts";
import type { Person } from "../declaration/person.ts";
import { type Picture, SELF } from "../declaration/picture.ts";
import { type DocumentSettings, type Proof, PROOF_LABELS } from "../document_settings.ts";
import { fullName } from "../employee.ts";
import type { Asking } from "./page.ts";
import { handsInSlip } from "./pages/previous_job.ts";
import { reachOf } from "./reach.ts";

/** A proof of which a picture may be, or must be, attached. */
export interface ProofAsked {
  kind: Proof;
  /** `SELF`, or the id of the person, contract or job that it proves; null: none in particular. */
  subject: string | null;
  /** Whose or which it is, such as the name of a person. */
  of: string;
  required: boolean;
}

/** What the answers ask a picture of, by ［証明書の画像添付］ of the group (reference/screens.md §4.2). */
export function proofsOf(asking: Asking, { pictures }: Pick<DocumentSettings, "pictures">): ProofAsked[] {
  return due(asking).flatMap(([kind, subject, of]) => {
    const rule = pictures[kind];
    return rule === "none" ? [] : [{ kind, subject, of, required: rule === "required" }];
  });
}

/** The pictures of a proof. */
export function picturesOf(
  pictures: readonly Picture[],
  { kind, subject }: Pick<ProofAsked, "kind" | "subject">,
): Picture[] {
  return pictures.filter((one) => one.kind === kind && one.subject === subject);
}

/** The first proof whose picture must be there and is not; null: none. */
export function missingProof(
  asking: Asking,
  settings: Pick<DocumentSettings, "pictures">,
): ProofAsked | null {
  const { pictures } = asking.collected.declaration;
  return proofsOf(asking, settings).find((proof) =>
    proof.required && picturesOf(pictures, proof).length === 0
  ) ?? null;
}

/** A proof in words. */
export function proofText({ kind, of }: Pick<ProofAsked, "kind" | "of">): string {
  return of === "" ? PROOF_LABELS[kind] : `${PROOF_LABELS[kind]}：${of}`;
}

type Due = [kind: Proof, subject: string | null, of: string];

function due(asking: Asking): Due[] {
  switch (reachOf(asking)) {
    case "ends":
      return [];
    case "dependants":
      return personal(asking);
    case "all":
      return [...slips(asking), ...personal(asking), ...insured(asking), ...loan(asking)];
  }
}

function slips({ collected: { declaration: { previousJob } } }: Asking): Due[] {
  return handsInSlip(previousJob)
    ? previousJob.jobs.map(({ id, name }): Due => ["withholding_slip", id, name])
    : [];
}

/** 手帳, 学生手帳, and papers of who lives abroad; of either year. */
function personal({ collected: { declaration: { self, spouse, family } } }: Asking): Due[] {
  const people = [...(spouse.person ? [spouse.person] : []), ...family.people];
  const either = (person: Person, item: "disability" | "abroad") =>
    person.thisYear[item] !== null || person.nextYear[item] !== null;
  const of = (item: "disability" | "abroad"): Due[] =>
    people.filter((person) => either(person, item)).map((person) => [item, person.id, fullName(person)]);
  return [
    ...(self.thisYear.disability || self.nextYear.disability ? [["disability", SELF, "本人"] as Due] : []),
    ...(self.thisYear.student || self.nextYear.student ? [["working_student", SELF, "本人"] as Due] : []),
    ...of("disability"),
    ...family.shared.filter(({ disability }) => disability).map((one): Due => [
      "disability",
      one.id,
      fullName(one),
    ]),
    ...of("abroad"),
  ];
}

/** Certificates on paper; 団体保険 and 社会保険 other than 国民年金 need none. */
function insured({ collected: { declaration, insurance } }: Asking): Due[] {
  if (declaration.insurance.claims !== true) return [];
  const contracts = insurance.contracts.filter(({ source, electronic, social }) =>
    source !== "group" && !electronic && social !== "health_and_care"
  );
  const { mutualAid } = declaration.insurance;
  const paid = MUTUAL_AIDS.filter((kind) => (mutualAid[kind].amount ?? 0) > 0 && !mutualAid[kind].electronic);
  return [
    ...contracts.map(({ id, company }): Due => ["insurance", id, company]),
    ...paid.map((kind): Due => ["insurance", kind, MUTUAL_AID_LABELS[kind]]),
  ];
}

function loan({ collected: { declaration: { housingLoan } } }: Asking): Due[] {
  return housingLoan.claim === "yes" && !housingLoan.electronic ? [["housing_loan", null, ""]] : [];
}
