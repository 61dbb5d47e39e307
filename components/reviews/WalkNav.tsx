import type { ReviewView } from "../../domain/reviews.ts";
import { cls } from "../cls.ts";
import { Icon } from "../Icon.tsx";
import { REVIEW_TEXTS } from "./texts.ts";

/** Where somebody stands among the rows that they look at one after the other. */
export interface WalkPlace {
  /** Counts from 1. */
  at: number;
  of: number;
  /** Addresses; null: there is none. */
  previous: string | null;
  next: string | null;
  /** Of the rows behind these; null: these are all. */
  more: string | null;
}

const LINK = cls(
  "inline-flex items-center justify-center min-w-[2.75rem] min-h-[2.75rem] rounded-control border bg-surface",
);

/** ［<］ and ［>］. */
export function WalkNav({ view, place }: { view: ReviewView; place: WalkPlace }) {
  const { noun } = REVIEW_TEXTS[view].words;
  return (
    <nav aria-label={`選択した${noun}`} class="flex flex-wrap items-center gap-3">
      <Step href={place.previous} label={`前の${noun}`} icon="back" />
      <span class="tabular-nums">{place.at}件目（{place.of}件中）</span>
      <Step href={place.next} label={`次の${noun}`} icon="next" />
      {place.more !== null && place.next === null && <a href={place.more}>続きの{noun}へ進む</a>}
    </nav>
  );
}

function Step({ href, label, icon }: { href: string | null; label: string; icon: "back" | "next" }) {
  if (href === null) {
    return (
      <span class={cls(LINK, "border-line text-ink-soft")} aria-hidden="true">
        <Icon name={icon} />
      </span>
    );
  }
  return (
    <a
      href={href}
      aria-label={label}
      rel={icon === "back" ? "prev" : "next"}
      class={cls(LINK, "border-edge text-ink")}
    >
      <Icon name={icon} />
    </a>
  );
}
