import { useEffect } from "preact/hooks";

interface Props {
  /** When it was claimed, ms since the epoch, and how long it stays from then on. */
  claimedAt: number;
  graceMs: number;
  /** The server's time; the page moves it each second. */
  now: number;
  /** Called once when nothing is left. */
  onEnd?: () => void;
}

/** How long one's own download can be repeated. Not live: a voice that counts seconds would never stop. */
export function DownloadCountdown({ claimedAt, graceMs, now, onEnd }: Props) {
  const left = Math.max(0, Math.ceil(Math.min(graceMs, claimedAt + graceMs - now) / 1000));
  useEffect(() => {
    if (left === 0) onEnd?.();
  }, [left === 0]);
  return (
    <p role="timer" aria-live="off" class="mt-1 text-sm font-bold tabular-nums">
      削除まで {Math.floor(left / 60)}分{String(left % 60).padStart(2, "0")}秒
    </p>
  );
}
