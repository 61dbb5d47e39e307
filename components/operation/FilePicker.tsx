import { useEffect, useRef, useState } from "preact/hooks";
import type { UploadSpec } from "../../jobs/service.ts";
import { buttonClass } from "../Button.tsx";
import { formatBytes } from "../bytes.ts";
import { cls } from "../cls.ts";
import { FieldError, Required } from "../Field.tsx";
import { Icon } from "../Icon.tsx";

interface Props {
  id: string;
  upload: Pick<UploadSpec, "accept" | "extensions">;
  error: string | undefined;
}

/**
 * A file input in a drop zone. Without JavaScript it is the browser's own control; with it the control is a button in
 * our words, and what was chosen stands beside it.
 */
export function FilePicker({ id, upload, error }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [ready, setReady] = useState(false);
  const [over, setOver] = useState(false);
  const [chosen, setChosen] = useState<{ name: string; size: number } | null>(null);
  useEffect(() => setReady(true), []);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = event.dataTransfer?.files;
    if (!files?.length || !input.current) return;
    input.current.files = files;
    setChosen(files[0] ?? null);
  };

  return (
    <div>
      <label for={id} class="inline-flex items-center gap-2 font-bold mb-1">
        取り込むファイル<Required />
      </label>
      <div
        class={cls(
          "relative border-2 border-dashed rounded-control p-4",
          error ? "border-danger" : over ? "border-main bg-main-soft" : "border-edge",
        )}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          id={id}
          type="file"
          name="file"
          accept={upload.accept}
          required
          aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
          aria-invalid={error ? "true" : undefined}
          onChange={(event) => setChosen(event.currentTarget.files?.[0] ?? null)}
          class={ready ? "peer sr-only" : "file-input"}
        />
        {ready && <label for={id} class={buttonClass("plain", "file-button")}>ファイルを選択</label>}
        <p id={`${id}-hint`} class="mt-2 text-sm text-ink-soft">
          {chosen
            ? <ChosenFile name={chosen.name} size={chosen.size} />
            : `${upload.extensions.join("、")}ファイルを1つ選択するか、この枠にドロップしてください。`}
        </p>
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

function ChosenFile({ name, size }: { name: string; size: number }) {
  return (
    <span class="inline-flex items-center gap-1 text-ink [overflow-wrap:anywhere]">
      <Icon name="file" />
      {name}（{formatBytes(size)}）
    </span>
  );
}
