import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DialogSpec } from "../../jobs/service.ts";
import { type Choices, choicesOf, stepsOf } from "./choices.ts";

/** Where a person stands in a dialog of one or two steps. */
export interface Steps {
  /** From 0. */
  step: number;
  last: boolean;
  /** The title, with the step where there are several: `…（1/2）`. */
  title: string;
  chosen: Choices;
  choose: (field: string, values: readonly string[]) => void;
  go: (by: 1 | -1) => void;
  reset: () => void;
}

/** The steps of a dialog. @param titleId the heading, which takes the focus when the step changes */
export function useSteps(dialog: DialogSpec, titleId: string): Steps {
  const [step, setStep] = useState(0);
  const [chosen, setChosen] = useState(() => choicesOf(dialog.fields));
  const shown = useRef(0);
  useLayoutEffect(() => {
    if (shown.current !== step) focusHeading(titleId);
    shown.current = step;
  }, [step]);
  const count = stepsOf(dialog).length;
  return {
    step,
    last: step === count - 1,
    title: count > 1 ? `${dialog.title}（${step + 1}/${count}）` : dialog.title,
    chosen,
    choose: (field, values) => setChosen((before) => ({ ...before, [field]: values })),
    go: (by) => setStep((now) => now + by),
    reset() {
      // Not a step that the person takes: the focus goes where the closed dialog gives it.
      shown.current = 0;
      setStep(0);
      setChosen(choicesOf(dialog.fields));
    },
  };
}

/** Reads out where the person is now. The heading is focusable this once only, so that the dialog opens elsewhere. */
function focusHeading(id: string) {
  const heading = document.getElementById(id);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.addEventListener("blur", () => heading.removeAttribute("tabindex"), { once: true });
  heading.focus();
}
