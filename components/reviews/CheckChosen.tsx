import { useState } from "preact/hooks";
import type { ReviewView } from "../../domain/reviews.ts";
import { Button } from "../Button.tsx";
import { Dialog } from "../operation/Dialog.tsx";
import { checkedAddress } from "./addresses.ts";
import { CheckText } from "./CheckText.tsx";
import type { ReviewRow } from "./review_row.ts";
import { CHECK_BUTTON, REVIEW_TEXTS, TOO_MANY } from "./texts.ts";

interface Props {
  view: ReviewView;
  group: string;
  /** The ticked rows; null: all that match, on more pages than this. */
  chosen: readonly ReviewRow[] | null;
  returnTo: string;
}

/** ［選択した書類をチェック済みにする］, which asks first. */
export function CheckChosen({ view, group, chosen, returnTo }: Props) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const texts = REVIEW_TEXTS[view];
  const able = chosen?.some((row) => row.checkable) ?? false;
  const close = () => setOpen(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>{texts.check}</Button>
      <Dialog id="check-chosen" title={texts.checkTitle} open={open} onClose={close}>
        <form
          method="post"
          action={checkedAddress(group)}
          onSubmit={(event) => {
            if (busy) event.preventDefault();
            setBusy(true);
          }}
        >
          <input type="hidden" name="view" value={view} />
          <input type="hidden" name="return_to" value={returnTo} />
          {chosen ? <CheckText rows={chosen} /> : <p>{TOO_MANY}</p>}
          <div class="flex flex-wrap justify-end gap-2 mt-6">
            <Button onClick={close}>{able ? "キャンセル" : "閉じる"}</Button>
            {able && <Button type="submit" look="main" aria-disabled={busy}>{CHECK_BUTTON}</Button>}
          </div>
        </form>
      </Dialog>
    </>
  );
}
