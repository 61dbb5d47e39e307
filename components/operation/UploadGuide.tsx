import type { UploadSpec } from "../../jobs/service.ts";
import { formatBytes } from "../bytes.ts";
import { DownloadLink } from "./DownloadLink.tsx";

/** What a file must look like: sample, columns, limits. */
export function UploadGuide({ upload }: { upload: UploadSpec }) {
  const { template, columns, columnsText, encoding, maxBytes, maxRows } = upload;
  const limits = [formatBytes(maxBytes), ...maxRows === null ? [] : [`${maxRows.toLocaleString("ja-JP")}行`]];
  return (
    <div class="bg-paper rounded-control p-4 text-sm">
      {template !== null && (
        <p class="mb-2">
          <DownloadLink href={template} label="サンプルCSVファイルのダウンロード" />
        </p>
      )}
      <dl class="grid gap-x-4 gap-y-1 wide:grid-cols-[auto_1fr]">
        <dt class="font-bold">{columns.length > 0 ? "項目名（1行目）" : "ファイルの形式"}</dt>
        <dd>{columnsText ?? columns.map(columnText).join("、")}</dd>
        <dt class="font-bold">文字コード</dt>
        <dd>{encoding}</dd>
        <dt class="font-bold">上限</dt>
        <dd>{limits.join("、")}</dd>
      </dl>
    </div>
  );
}

function columnText({ name, required }: { name: string; required: boolean }): string {
  return required ? `${name}（必須）` : name;
}
