import { useState } from "preact/hooks";
import { PAGES_OF } from "../components/requests/addresses.ts";
import { DeleteDocumentDialog } from "../components/requests/DeleteDocumentDialog.tsx";
import { DialogOpener } from "../components/requests/DialogOpener.tsx";
import { DOCUMENT_LABELS, type DocumentKind } from "../domain/request.ts";

interface Props {
  /** Address of the 依頼詳細. */
  home: string;
  returnTo: string;
  document: DocumentKind;
}

/** ［削除］ of a document, a dialog of two steps; without JavaScript a page. */
export function DocumentDeleter({ home, returnTo, document }: Props) {
  const [open, setOpen] = useState(false);
  const name = DOCUMENT_LABELS[document];
  const action = PAGES_OF.deletion(home, document);
  return (
    <>
      <DialogOpener
        label="削除"
        name={`${name}の削除`}
        look="quiet"
        href={action}
        returnTo={returnTo}
        onOpen={() => setOpen(true)}
      />
      <DeleteDocumentDialog
        id={`delete-${document}`}
        name={name}
        action={action}
        returnTo={returnTo}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
