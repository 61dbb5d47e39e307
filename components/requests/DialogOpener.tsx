import { useEffect, useState } from "preact/hooks";
import { Button, type ButtonLook, LinkButton } from "../Button.tsx";

interface Props {
  label: string;
  /** For screen readers, where the label alone does not say what it is about. */
  name?: string;
  /** The page that the dialog is without JavaScript. */
  href: string;
  returnTo: string;
  look?: ButtonLook;
  onOpen: () => void;
}

/** A button that opens a dialog; before, and without, JavaScript a link to the page that says the same. */
export function DialogOpener({ label, name, href, returnTo, look, onOpen }: Props) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (ready) {
    return <Button look={look} aria-haspopup="dialog" aria-label={name} onClick={onOpen}>{label}</Button>;
  }
  const back = new URLSearchParams({ return_to: returnTo });
  return <LinkButton look={look} href={`${href}?${back}`} aria-label={name}>{label}</LinkButton>;
}
