import { useState } from "preact/hooks";
import type { MenuItem } from "../../jobs/service.ts";
import { Button } from "../Button.tsx";
import { Dialog } from "../operation/Dialog.tsx";
import { DeleteEverybody } from "./DeleteEverybody.tsx";
import { DeletionText } from "./DeletionText.tsx";
import type { EmployeeRow } from "./employee_row.ts";
import type { FormField } from "./selection_fields.ts";
import { DELETE_PEOPLE } from "./texts.ts";

interface Props {
  /** The ticked people, where they are not everybody. */
  chosen: readonly EmployeeRow[];
  /** All who match are ticked: they are deleted in the background (row 11). */
  all: boolean;
  item: MenuItem;
  everybody: readonly FormField[];
  returnTo: string;
}

/** ［選択した従業員を削除］, which asks first. */
export function DeletePeople({ chosen, all, item, everybody, returnTo }: Props) {
  const [open, setOpen] = useState(false);
  const dialog = { returnTo, open, onClose: () => setOpen(false) };
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>{item.label}</Button>
      {all
        ? <DeleteEverybody item={item} everybody={everybody} {...dialog} />
        : <DeleteChosen chosen={chosen} {...dialog} />}
    </>
  );
}

interface DialogProps {
  chosen: readonly EmployeeRow[];
  returnTo: string;
  open: boolean;
  onClose: () => void;
}

/** The form goes to the page that says what became of each: some of the people may have been asked meanwhile. */
function DeleteChosen({ chosen, returnTo, open, onClose }: DialogProps) {
  const [busy, setBusy] = useState(false);
  return (
    <Dialog id="delete-people" title={DELETE_PEOPLE.title} open={open} onClose={onClose}>
      <form
        method="post"
        action="/employees/deletions"
        onSubmit={(event) => {
          if (busy) event.preventDefault();
          setBusy(true);
        }}
      >
        <input type="hidden" name="return_to" value={returnTo} />
        <DeletionText people={chosen} />
        <div class="flex flex-wrap justify-end gap-2 mt-6">
          <Button onClick={onClose}>キャンセル</Button>
          <Button type="submit" look="danger" aria-disabled={busy}>{DELETE_PEOPLE.button}</Button>
        </div>
      </form>
    </Dialog>
  );
}
