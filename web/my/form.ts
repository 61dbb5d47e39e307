import { textMap, type Texts } from "../../domain/answering/fields/fields.ts";

/** What was sent, by name; files are none of it. */
export function textsIn(form: FormData): Texts {
  return textMap(
    [...form].flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[name, value]] : []
    ),
  );
}
