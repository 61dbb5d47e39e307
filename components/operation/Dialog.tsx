import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  id: string;
  title: string;
  open: boolean;
  /** Esc, キャンセル, and the platform's own ways to close. */
  onClose: () => void;
  children: ComponentChildren;
}

/** A modal dialog. `showModal` keeps the focus inside, closes on Esc and gives the focus back to the opener. */
export function Dialog({ id, title, open, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
    else if (dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      id={id}
      aria-modal="true"
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      class="w-[calc(100vw-2rem)] max-w-[36rem] rounded-card shadow-float text-left font-normal"
    >
      <div class="p-6">
        <h2 id={`${id}-title`} class="text-xl mb-4">{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
