import type { AttachmentView } from "../../jobs/view.ts";
import { formatBytes } from "../bytes.ts";
import { Button } from "../Button.tsx";
import { Icon } from "../Icon.tsx";
import { absoluteTime } from "../relative_time.ts";
import { DownloadCountdown } from "./DownloadCountdown.tsx";

interface Props {
  jobId: string;
  file: AttachmentView;
  /** The name by which this person stands in `claimedBy`. */
  viewer: string;
  graceMs: number;
  /** The server's time, ms since the epoch. */
  now: number;
  /** Takes the download over (with JavaScript); absent: the form posts by itself. */
  onDownload?: (n: number) => void;
  onExpired?: () => void;
}

/** One 添付ファイル: what it is, until when, who took it, and the button for those who may. */
export function AttachmentItem({ jobId, file, viewer, graceMs, now, onDownload, onExpired }: Props) {
  const mine = file.state === "claimed" && file.claimedBy === viewer;
  const open = file.state === "available" || mine;
  return (
    <div class="py-3 border-b last:border-b-0 first:pt-0">
      <p class="flex items-start gap-2 font-bold">
        <span class="mt-1">
          <Icon name="file" />
        </span>
        <span class="[overflow-wrap:anywhere]">
          {file.name}
          <span class="font-normal text-ink-soft whitespace-nowrap">（{formatBytes(file.size)}）</span>
        </span>
      </p>
      <div class="mt-1 text-sm text-ink-soft">
        <Explanation file={file} mine={mine} graceMs={graceMs} />
      </div>
      {mine && (
        <DownloadCountdown
          claimedAt={Date.parse(file.claimedAt!)}
          graceMs={graceMs}
          now={now}
          onEnd={onExpired}
        />
      )}
      {open && (
        <form
          method="post"
          action={`/background-jobs/${jobId}/attachments/${file.n}/claim`}
          class="mt-2"
          onSubmit={(event) => {
            if (!onDownload) return;
            event.preventDefault();
            onDownload(file.n);
          }}
        >
          <Button type="submit" aria-label={`${file.name}をダウンロード`}>
            <Icon name="download" />ダウンロード
          </Button>
        </form>
      )}
    </div>
  );
}

/** What can still be done with the file, said before the button is pressed. */
function Explanation({ file, mine, graceMs }: { file: AttachmentView; mine: boolean; graceMs: number }) {
  const deadline = <>ダウンロード期限：{absoluteTime(Date.parse(file.expiresAt))}</>;
  const takenAt = file.claimedAt === null ? "" : absoluteTime(Date.parse(file.claimedAt));
  if (file.state === "available") {
    return (
      <>
        <p>{deadline}</p>
        <p>
          ダウンロードできるのは1人だけです。ダウンロードすると、ほかの人はこのファイルをダウンロードできなくなり、
          {minutes(graceMs)}後にファイルが削除されます。
        </p>
      </>
    );
  }
  if (mine) {
    return <p>{takenAt}にあなたがダウンロードしました。削除されるまでは、もう一度ダウンロードできます。</p>;
  }
  if (file.state === "claimed") {
    return <p>{takenAt}に{file.claimedBy}がダウンロードしたため、ほかの人はダウンロードできません。</p>;
  }
  return file.claimedBy === null
    ? <p>{deadline}。期限を過ぎたため、削除されました。</p>
    : <p>{takenAt}に{file.claimedBy}がダウンロードしたため、削除されました。</p>;
}

function minutes(ms: number): string {
  return ms % 60_000 === 0 ? `${ms / 60_000}分` : `${Math.ceil(ms / 1000)}秒`;
}
