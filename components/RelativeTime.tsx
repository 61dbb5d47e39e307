import { absoluteTime, relativeTime } from "./relative_time.ts";

/** 受付日時 as the list shows it, the absolute time behind it. Times in ms since the epoch. */
export function RelativeTime({ at, now }: { at: number; now: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={absoluteTime(at)} class="whitespace-nowrap">
      {relativeTime(at, now)}
    </time>
  );
}

/** A time to the second, in Tokyo. */
export function AbsoluteTime({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} class="whitespace-nowrap tabular-nums">
      {absoluteTime(at)}
    </time>
  );
}
