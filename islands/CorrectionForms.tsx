import { useState } from "preact/hooks";
import { FormDialog } from "../components/form/FormDialog.tsx";
import { PAGES_OF } from "../components/requests/addresses.ts";
import { CorrectionFields } from "../components/requests/CorrectionFields.tsx";
import { DialogOpener } from "../components/requests/DialogOpener.tsx";
import {
  ASK_CORRECTION,
  CANCEL_CORRECTIONS,
  CANCELLATION_EFFECT,
  COMMENT_ERRORS,
} from "../components/requests/texts.ts";

interface Props {
  /** Address of the 依頼詳細. */
  home: string;
  returnTo: string;
  /** ［修正依頼］ is shown. */
  mayAsk: boolean;
  /** ［修正依頼を取り消し］ is shown. */
  mayCancel: boolean;
}

/** ［修正依頼］ and ［修正依頼を取り消し］, dialogs; without JavaScript pages. */
export function CorrectionForms({ home, returnTo, mayAsk, mayCancel }: Props) {
  const [open, setOpen] = useState<"ask" | "cancel" | null>(null);
  const common = { returnTo, onClose: () => setOpen(null) };
  const asking = PAGES_OF.corrections(home);
  const cancelling = PAGES_OF.cancellation(home);
  return (
    <>
      <div class="flex flex-wrap gap-2">
        {mayAsk && (
          <DialogOpener
            label="修正依頼"
            href={asking}
            returnTo={returnTo}
            onOpen={() => setOpen("ask")}
          />
        )}
        {mayCancel && (
          <DialogOpener
            label="修正依頼を取り消し"
            href={cancelling}
            returnTo={returnTo}
            onOpen={() => setOpen("cancel")}
          />
        )}
      </div>
      {mayAsk && (
        <FormDialog
          {...ASK_CORRECTION}
          {...common}
          id="ask-correction"
          action={asking}
          open={open === "ask"}
          fieldErrors={COMMENT_ERRORS}
        >
          {(error) => <CorrectionFields id="correction" parts={[]} error={error} />}
        </FormDialog>
      )}
      {mayCancel && (
        <FormDialog
          {...CANCEL_CORRECTIONS}
          {...common}
          id="cancel-corrections"
          look="danger"
          action={cancelling}
          open={open === "cancel"}
        >
          {() => CANCELLATION_EFFECT.map((text) => <p key={text} class="mb-2">{text}</p>)}
        </FormDialog>
      )}
    </>
  );
}
