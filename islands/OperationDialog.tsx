import { useEffect, useState } from "preact/hooks";
import { Button, type ButtonLook, LinkButton } from "../components/Button.tsx";
import { operationAddress } from "../components/operation/address.ts";
import { OperationDialogBox } from "../components/operation/OperationDialogBox.tsx";
import type { MenuItem } from "../jobs/service.ts";

interface Props {
  item: MenuItem;
  group: string | null;
  returnTo: string;
  /** The words on the opener; the operation's label unless given. */
  label?: string;
  look?: ButtonLook;
}

/** A button that opens the dialog of one operation; without JavaScript a link to its page. */
export function OperationDialog({ item, group, returnTo, label = item.label, look }: Props) {
  const [ready, setReady] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) {
    return <LinkButton look={look} href={operationAddress(item.kind, group, returnTo)}>{label}</LinkButton>;
  }
  return (
    <>
      <Button look={look} aria-haspopup="dialog" onClick={() => setOpen(true)}>{label}</Button>
      <OperationDialogBox
        item={item}
        group={group}
        returnTo={returnTo}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
