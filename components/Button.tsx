import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { cls } from "./cls.ts";

const SHAPE = cls(
  "inline-flex items-center justify-center gap-2 min-h-[2.75rem] px-4 py-1 rounded-control border font-bold",
  "leading-tight no-underline text-center transition-colors",
);
const LOOKS = {
  /** The one action a page or dialog is for. */
  main: cls("bg-main text-surface border-main hover:bg-main-deep hover:text-surface"),
  /** Everything else. */
  plain: cls("bg-surface text-ink border-edge hover:bg-head hover:text-ink"),
  /** What cannot be taken back. */
  danger: cls("bg-danger text-surface border-danger hover:bg-danger-deep"),
  /** Inside tables and beside other buttons. */
  quiet: cls("text-main border-transparent hover:bg-main-soft hover:text-main-deep"),
};
export type ButtonLook = keyof typeof LOOKS;

/** The classes of a button, for elements that must look like one (`summary`, a file label). */
export function buttonClass(look: ButtonLook = "plain", more?: string): string {
  return cls(SHAPE, LOOKS[look], more);
}

interface Look {
  look?: ButtonLook;
  children: ComponentChildren;
}

/** A button; `type` is `button` unless given. Prefer `aria-disabled` and a reason to `disabled`. */
export function Button(
  { look, class: more, children, ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement> & {
    class?: string;
  },
) {
  return <button type="button" {...rest} class={buttonClass(look, more)}>{children}</button>;
}

/** A link that looks like a button. `download`: what it leads to is saved, not shown. */
export function LinkButton(
  { look, children, ...rest }: Look & { href: string; download?: boolean; "aria-label"?: string },
) {
  return <a {...rest} class={buttonClass(look)}>{children}</a>;
}
