import { formatBytes } from "../bytes.ts";
import { Icon } from "../Icon.tsx";
import type { Upload } from "./check_file.ts";

/** What a file must look like: sample, columns, limits. */
export function UploadGuide({ upload }: { upload: Upload }) {
  return (
    <div class="bg-paper rounded-control p-4 text-sm">
      <p>
        <a href={upload.template} download class="inline-flex items-center gap-1 font-bold min-h-[1.75rem]">
          <Icon name="download" />サンプルCSVファイルのダウンロード
        </a>
      </p>
      <dl class="mt-2 grid gap-x-4 gap-y-1 wide:grid-cols-[auto_1fr]">
        <dt class="font-bold">項目名（1行目）</dt>
        <dd>{upload.columns.map(columnText).join("、")}</dd>
        <dt class="font-bold">文字コード</dt>
        <dd>{upload.encoding}</dd>
        <dt class="font-bold">上限</dt>
        <dd>{formatBytes(upload.maxBytes)}、{upload.maxRows.toLocaleString("ja-JP")}行</dd>
      </dl>
    </div>
  );
}

function columnText({ name, required }: { name: string; required: boolean }): string {
  return required ? `${name}（必須）` : name;
}
