import type { PartView } from "../../components/requests/collected/CollectedPanel.tsx";
import { textsOf } from "../../domain/answering/fields/fields.ts";
import type { Asking } from "../../domain/answering/page.ts";
import { staffPart } from "../../domain/answering/staff/parts.ts";
import type { Collected } from "../../domain/declaration/collected.ts";
import { figuresOfPart } from "../../domain/declaration/part_figures.ts";
import { type Picture, SELF } from "../../domain/declaration/picture.ts";
import type { CollectedPart, Request } from "../../domain/request.ts";
import { editRefusal, wasAsked } from "./open.ts";

/** A part of 収集情報 as 依頼詳細 shows it. */
export function viewOf(part: CollectedPart, asking: Asking, request: Request): PartView {
  const { collected, year } = asking;
  const { sections, lists } = staffPart(part, asking, wasAsked(request));
  const { insurance, housingLoan, declaration } = collected;
  return {
    part,
    editable: editRefusal(request) === null,
    sections: sections.map(({ id, title, fields }) => ({
      id,
      title,
      views: fields.views,
      texts: textsOf(fields, collected),
    })),
    lists: lists.map((list) => ({ label: list.label, rows: list.rows(asking) })),
    insurance,
    lastLoan: declaration.housingLoan.claim === "yes" ? null : housingLoan,
    figures: figuresOfPart(part, year, collected),
    pictures: declaration.pictures.filter((picture) => partOfPicture(picture, collected) === part),
  };
}

/** The part whose proof a picture shows. */
function partOfPicture(
  { kind, subject }: Picture,
  { declaration: { spouse } }: Pick<Collected, "declaration">,
): CollectedPart {
  switch (kind) {
    case "insurance":
    case "housing_loan":
      return kind;
    case "withholding_slip":
      return "previous_job";
    case "working_student":
      return "self";
    case "disability":
    case "abroad":
      if (subject === SELF) return "self";
      return subject === spouse.person?.id ? "spouse" : "family";
  }
}
