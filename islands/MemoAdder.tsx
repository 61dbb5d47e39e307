import { useState } from "preact/hooks";
import { FormDialog } from "../components/form/FormDialog.tsx";
import { PAGES_OF } from "../components/requests/addresses.ts";
import { DialogOpener } from "../components/requests/DialogOpener.tsx";
import { MemoField } from "../components/requests/MemoField.tsx";
import { ADD_MEMO, MEMO_ERRORS } from "../components/requests/texts.ts";

interface Props {
  /** Address of the 依頼詳細. */
  home: string;
  returnTo: string;
}

/** ［追加］ of 管理者メモ, a dialog; without JavaScript a page. */
export function MemoAdder({ home, returnTo }: Props) {
  const [open, setOpen] = useState(false);
  const action = PAGES_OF.memos(home);
  return (
    <>
      <DialogOpener
        label="追加"
        name={ADD_MEMO.title}
        href={action}
        returnTo={returnTo}
        onOpen={() => setOpen(true)}
      />
      <FormDialog
        {...ADD_MEMO}
        id="add-memo"
        open={open}
        onClose={() => setOpen(false)}
        action={action}
        returnTo={returnTo}
        fieldErrors={MEMO_ERRORS}
      >
        {(error) => <MemoField id="memo" error={error} />}
      </FormDialog>
    </>
  );
}
