import { textOf } from "./forms.ts";

/** What the radio buttons of a yes or a no send. */
export function yesNoText(yes: boolean): "1" | "0" {
  return yes ? "1" : "0";
}

/** The yes or no that a field says; undefined where neither is chosen. */
export function yesNoOf(form: FormData, name: string): boolean | undefined {
  const text = textOf(form, name);
  return text === "1" ? true : text === "0" ? false : undefined;
}
