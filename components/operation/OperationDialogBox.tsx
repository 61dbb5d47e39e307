import { useState } from "preact/hooks";
import type { MenuItem } from "../../jobs/service.ts";
import { Button } from "../Button.tsx";
import { RefusedMessage } from "../RefusedMessage.tsx";
import { Dialog } from "./Dialog.tsx";
import { FilePicker } from "./FilePicker.tsx";
import { OperationFields } from "./OperationFields.tsx";
import { UploadGuide } from "./UploadGuide.tsx";
import { type Sending, useOperation } from "./use_operation.ts";

interface Props {
  item: MenuItem;
  group: string | null;
  returnTo: string;
  open: boolean;
  onClose: () => void;
}

/** The dialog of one operation: says what will happen, takes the file, sends, shows what was refused. */
export function OperationDialogBox({ item, group, returnTo, open, onClose }: Props) {
  // A new round empties the form: the file of the last one is not sent again by accident.
  const [round, setRound] = useState(0);
  const leave = () => {
    setRound((former) => former + 1);
    onClose();
  };
  const { sending, key, submit, reset } = useOperation(item, leave);
  const { dialog } = item;
  const id = `operation-${item.kind}-${group ?? "all"}`;
  const close = () => {
    reset();
    leave();
  };
  return (
    <Dialog id={id} title={dialog.title} open={open} onClose={close}>
      <form
        key={round}
        method="post"
        action="/background-jobs"
        encType="multipart/form-data"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        {dialog.description.map((text) => <p key={text} class="mb-2">{text}</p>)}
        <OperationFields item={item} group={group} operationKey={key} returnTo={returnTo} />
        {dialog.upload && (
          <div class="grid gap-4 mt-4">
            <UploadGuide upload={dialog.upload} />
            <FilePicker id={`${id}-file`} upload={dialog.upload} error={sending.fileError} />
          </div>
        )}
        <Feedback sending={sending} />
        <div class="flex flex-wrap justify-end gap-2 mt-6">
          <Button onClick={close}>キャンセル</Button>
          <Button type="submit" look="main" aria-disabled={sending.progress !== null}>{dialog.button}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Both regions stand from the beginning, so that what fills them is read aloud. */
function Feedback({ sending: { progress, problem } }: { sending: Sending }) {
  return (
    <>
      <RefusedMessage problem={problem} class="mt-4" />
      <div role="status" class="sr-only">{progress !== null && "送信しています"}</div>
      {progress !== null && (
        <div class="mt-4">
          <progress aria-label="送信の進み具合" max={100} value={Math.floor(progress * 100)} />
          <p class="mt-1 text-sm text-ink-soft tabular-nums">
            {progress < 1 ? `送信中 ${Math.floor(progress * 100)}%` : "受け付けています"}
          </p>
        </div>
      )}
    </>
  );
}
