import { useRef, useState } from "preact/hooks";
import { formatBytes } from "../bytes.ts";
import { cls } from "../cls.ts";
import { FieldError, Required } from "../Field.tsx";
import { Icon } from "../Icon.tsx";
import type { Upload } from "./check_file.ts";

interface Props {
  id: string;
  upload: Upload;
  error: string | undefined;
  onChoose?: (files: FileList) => void;
}

/** A file input with a drop zone around it. Without JavaScript it is the plain input. */
export function FilePicker({ id, upload, error, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [chosen, setChosen] = useState<{ name: string; size: number } | null>(null);
  const choose = (files: FileList) => {
    setChosen(files[0] ?? null);
    onChoose?.(files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = event.dataTransfer?.files;
    if (!files?.length || !input.current) return;
    input.current.files = files;
    choose(files);
  };
  return (
    <div>
      <label for={id} class="inline-flex items-center gap-2 font-bold mb-1">
        取り込むファイル<Required />
      </label>
      <div
        class={cls(
          "border-2 border-dashed rounded-control p-4",
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
          aria-describedby={describedBy(id, error)}
          aria-invalid={error ? "true" : undefined}
          onChange={(event) => event.currentTarget.files && choose(event.currentTarget.files)}
          class="file-input"
        />
        <p id={`${id}-hint`} class="mt-2 text-sm text-ink-soft">
          {chosen
            ? (
              <span class="inline-flex items-center gap-1 [overflow-wrap:anywhere]">
                <Icon name="file" />
                {chosen.name}（{formatBytes(chosen.size)}）
              </span>
            )
            : `${upload.extensions.join("、")}ファイルを1つ選択するか、この枠にドロップしてください。`}
        </p>
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

function describedBy(id: string, error: string | undefined): string {
  return error ? `${id}-error ${id}-hint` : `${id}-hint`;
}
