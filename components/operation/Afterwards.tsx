import type { DialogSpec, MenuItem } from "../../jobs/service.ts";
import { Names } from "../help/Names.tsx";
import { Icon } from "../Icon.tsx";

/** What happens once the form of an operation was sent, said before it is. */
export function Afterwards({ item }: { item: Pick<MenuItem, "kind" | "dialog"> }) {
  return (
    <p class="flex items-start gap-2 mt-4 text-sm text-ink-soft">
      <span class="mt-1">
        <Icon name="info" />
      </span>
      <span>
        <Names text={afterwards(item)} />
      </span>
    </p>
  );
}

function afterwards({ kind, dialog }: Pick<MenuItem, "kind" | "dialog">): string {
  if (kind.startsWith("download_")) {
    return "ファイルができると、［バックグラウンド処理］からダウンロードできます。ダウンロードには期限があり、できるのは1人だけです。";
  }
  return asksForFile(dialog) && !kind.startsWith("check_")
    ? "処理できない行があっても、ほかの行は処理します。処理できなかった行は、理由を付けたCSVファイルで確認できます。"
    : "受け付けたあとは、画面を閉じても処理は続きます。結果は［バックグラウンド処理］で確認できます。";
}

function asksForFile({ upload, uploadBy }: DialogSpec): boolean {
  return upload !== null || uploadBy !== null;
}
