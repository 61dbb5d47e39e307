import { useState } from "preact/hooks";
import { Button } from "../components/Button.tsx";
import { FormDialog } from "../components/form/FormDialog.tsx";
import { CorrectionFields } from "../components/requests/CorrectionFields.tsx";
import { DialogOpener } from "../components/requests/DialogOpener.tsx";
import { COMMENT_ERRORS } from "../components/requests/texts.ts";
import type { ReviewAction } from "../components/reviews/review_actions.ts";
import { RETURN_BUTTON, RETURN_EFFECT } from "../components/reviews/texts.ts";
import type { CollectedPart, ReviewStatus } from "../domain/request.ts";

interface Props {
  /** Address of the page, with the rows that are looked at one after the other. */
  action: string;
  actions: ReviewAction[];
  /** 確認状況 as the page shows it. */
  seen: ReviewStatus;
  /** ［差し戻す］: its page, its title, and 修正項目 that are ticked beforehand; null: not offered. */
  returning: { href: string; title: string; parts: CollectedPart[] } | null;
  /** ［チェック後、次の書類へ進む］ with its words; null: there is one only. */
  advance: { label: string; on: boolean } | null;
}

/** The buttons of ［書類をチェック］. Without JavaScript ［差し戻す］ is a link to the page that says the same. */
export function ReviewActs({ action, actions, seen, returning, advance }: Props) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [advances, setAdvances] = useState(advance?.on ?? false);
  return (
    <div class="grid gap-3">
      <form
        method="post"
        action={action}
        class="grid gap-3"
        onSubmit={(event) => {
          if (busy) event.preventDefault();
          setBusy(true);
        }}
      >
        <input type="hidden" name="seen" value={seen} />
        {advance && (
          <label class="inline-flex items-center gap-2 min-h-[2.75rem]">
            <input
              type="checkbox"
              name="advance"
              value="1"
              checked={advances}
              onChange={() => setAdvances(!advances)}
              class="w-5 h-5 flex-none"
            />
            {advance.label}
          </label>
        )}
        {actions.map(({ act, label, main }) => (
          <Button key={act} type="submit" name="act" value={act} look={main ? "main" : "plain"}>
            {label}
          </Button>
        ))}
      </form>
      {returning && (
        <>
          <DialogOpener
            label={RETURN_BUTTON}
            href={returning.href}
            returnTo={action}
            onOpen={() => setOpen(true)}
          />
          <FormDialog
            title={returning.title}
            button={RETURN_BUTTON}
            id="send-back"
            open={open}
            onClose={() => setOpen(false)}
            action={returning.href}
            returnTo={action}
            fieldErrors={COMMENT_ERRORS}
          >
            {(error) => (
              <>
                <p class="mb-4">{RETURN_EFFECT}</p>
                <CorrectionFields id="send-back" parts={returning.parts} error={error} />
                {advances && <input type="hidden" name="advance" value="1" />}
              </>
            )}
          </FormDialog>
        </>
      )}
    </div>
  );
}
