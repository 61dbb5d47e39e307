import { Refusal } from "../../domain/errors.ts";
import { type Objection, objectionTo } from "../../formats/dat/formats.ts";
import type { DatFormat } from "../../formats/dat/layout.ts";
import type { DatInput } from "../input.ts";

/** The formats as screens name them. */
export const DAT_LABELS: Readonly<Record<DatFormat, string>> = {
  linc: "LINC形式",
  sonpo: "損保標準形式",
};

/** The choices of インポート形式 that are DAT files. */
export const DAT_CHOICES = [
  { value: "linc", label: "LINC形式のDATファイル" },
  { value: "sonpo", label: "損保標準形式のDATファイル" },
] as const;

/** What rows 5 and 41 take: one DAT file for each format. */
export function datInput(format: DatFormat): DatInput {
  return {
    type: "dat",
    extension: ".dat",
    description: `${DAT_LABELS[format]}のDATファイル（1レコード100バイト）`,
    check: (head, size) => {
      const objection = objectionTo(head, size, format);
      return objection && refusal(objection, format);
    },
  };
}

function refusal(objection: Objection, format: DatFormat): Refusal {
  const chosen = DAT_LABELS[format];
  switch (objection.why) {
    case "empty":
      return new Refusal("empty_file");
    case "records":
      return new Refusal("dat_records", { record: objection.record });
    case "format":
      return objection.is === null
        ? new Refusal("dat_no_format", { chosen })
        : new Refusal("dat_other_format", { chosen, actual: DAT_LABELS[objection.is] });
  }
}
