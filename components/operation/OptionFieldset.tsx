import type { ComponentChildren } from "preact";
import { ChoiceFieldset } from "./ChoiceFieldset.tsx";
import type { Field } from "./choices.ts";
import { SeveralFieldset } from "./SeveralFieldset.tsx";

interface Props {
  /** Unique on the page. */
  id: string;
  field: Field;
  /** What is chosen: one for a choice of one. */
  values: readonly string[];
  /** Takes a choice (with JavaScript); absent: the browser keeps it. */
  onChoose?: (values: readonly string[]) => void;
  hint?: ComponentChildren;
  /** 原因。対処。 of what is wrong with it. */
  error?: string | undefined;
}

/** A choice of one, or of several. */
export function OptionFieldset({ field, values, onChoose, ...rest }: Props) {
  if (field.type === "several") {
    return <SeveralFieldset field={field} values={values} onChoose={onChoose} {...rest} />;
  }
  return (
    <ChoiceFieldset
      field={field}
      value={values[0]}
      onChoose={onChoose && ((value) => onChoose([value]))}
      hint={rest.hint}
    />
  );
}
