import { useLayoutEffect, useState } from "preact/hooks";
import { checkForm } from "../operation/check_form.ts";

/** The step of a dialog that asks for the password before it asks whether it is meant. */
export interface PasswordStep {
  /** The password is being asked for. */
  asking: boolean;
  error: string | undefined;
  /** Goes on to the question, unless nothing was entered. */
  enter(form: HTMLFormElement): void;
  back(): void;
  reset(): void;
}

/**
 * @param id of the dialog: its heading is `{id}-title`, the field `{id}-password`
 * @param refused what the server said of the password; it is asked for again
 */
export function usePasswordStep(id: string, needed: boolean, refused: string | undefined): PasswordStep {
  const [asking, setAsking] = useState(needed);
  const [missing, setMissing] = useState<string | undefined>();
  const [moved, setMoved] = useState(0);
  const go = (on: boolean) => {
    setAsking(on);
    setMissing(undefined);
    setMoved((before) => before + 1);
  };
  useLayoutEffect(() => {
    if (refused) go(true);
  }, [refused]);
  useLayoutEffect(() => {
    if (moved > 0) focus(asking ? `${id}-password` : `${id}-title`);
  }, [moved]);
  return {
    asking,
    error: missing ?? refused,
    enter(form) {
      const value = String(new FormData(form).get("password") ?? "");
      const { password } = checkForm({ password: { value }, file: null, upload: null });
      if (!password) return go(false);
      setMissing(password);
      focus(`${id}-password`);
    },
    back: () => go(true),
    reset() {
      setAsking(needed);
      setMissing(undefined);
      setMoved(0);
    },
  };
}

/** A heading is focusable this once only, so that the dialog opens elsewhere. */
function focus(id: string) {
  const element = document.getElementById(id);
  if (!element) return;
  if (element instanceof HTMLInputElement) return element.select();
  element.tabIndex = -1;
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  element.focus();
}
