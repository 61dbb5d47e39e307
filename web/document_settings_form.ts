import {
  type DocumentSettings,
  documentSettingsSchema,
  PRINTED_DOCUMENTS,
  PROOFS,
} from "../domain/document_settings.ts";
import { fieldErrors } from "./field_errors.ts";
import { textOf } from "./forms.ts";
import { yesNoOf, yesNoText } from "./yes_no.ts";

/** 書類・原本設定 as its form shows it; fields are named by their paths in the settings. */
export interface DocumentForm {
  values: Record<string, string>;
  /** 原因。対処。 by field. */
  errors: Record<string, string>;
}

const YES_NO = ["printMyNumber", "makeInsurance", "mountingSheet"] as const;

/** The form of what is stored. */
export function documentForm(settings: DocumentSettings): DocumentForm {
  const values = [
    ...PRINTED_DOCUMENTS.map((document) => [`print.${document}`, yesNoText(settings.print[document])]),
    ...PROOFS.map((proof) => [`pictures.${proof}`, settings.pictures[proof]]),
    ...YES_NO.map((name) => [name, yesNoText(settings[name])]),
  ];
  return { values: Object.fromEntries(values), errors: {} };
}

/** What the form asks for, or the form again with what is wrong. */
export function readDocumentSettings(
  form: FormData,
): { settings: DocumentSettings } | { form: DocumentForm } {
  const read = documentSettingsSchema.safeParse({
    print: Object.fromEntries(PRINTED_DOCUMENTS.map((name) => [name, yesNoOf(form, `print.${name}`)])),
    pictures: Object.fromEntries(PROOFS.map((name) => [name, textOf(form, `pictures.${name}`)])),
    ...Object.fromEntries(YES_NO.map((name) => [name, yesNoOf(form, name)])),
  });
  if (read.success) return { settings: read.data };
  const values = Object.fromEntries([...form.keys()].map((name) => [name, textOf(form, name)]));
  return { form: { values, errors: fieldErrors(read.error) } };
}
