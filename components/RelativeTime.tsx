import { cls } from "./cls.ts";
import { absoluteTime, relativeTime } from "./relative_time.ts";

/** 受付日時 as the list shows it, the absolute time behind it. Times in ms since the epoch. */
export function RelativeTime({ at, now }: { at: number; now: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={absoluteTime(at)} class="whitespace-nowrap">
      {relativeTime(at, now)}
    </time>
  );
}

interface AbsoluteProps {
  at: number;
  /** Where room is short, the time of day stands under the date. */
  wraps?: boolean;
}

/** A time to the second, in Tokyo. */
export function AbsoluteTime({ at, wraps = false }: AbsoluteProps) {
  return (
    <time
      dateTime={new Date(at).toISOString()}
      class={cls("tabular-nums", !wraps && "whitespace-nowrap")}
    >
      {absoluteTime(at)}
    </time>
  );
}
