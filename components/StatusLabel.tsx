import { type JobStatus, STATUS_LABELS } from "../jobs/view.ts";
import { cls } from "./cls.ts";
import { Icon, type IconName } from "./Icon.tsx";

const SHAPE = cls(
  "inline-flex items-center gap-1 border px-2 py-1 rounded-control text-sm font-bold leading-none",
);
const TONES = {
  grey: cls("border-line text-ink-soft bg-surface"),
  outline: cls("border-edge text-ink-soft bg-surface"),
  blue: cls("border-run text-run bg-run-soft"),
  green: cls("border-matcha text-matcha bg-surface"),
  warning: cls("border-warn text-ink bg-warn-ground"),
  error: cls("border-danger bg-danger text-surface"),
};
/** How urgent a label looks. Its word says the same: colour is never alone. */
export type Tone = keyof typeof TONES;

/** A short state word in a frame; not a button, not a link. */
export function Label({ tone, icon, children }: { tone: Tone; icon?: IconName; children: string }) {
  return (
    <span class={cls(SHAPE, "whitespace-nowrap justify-center", TONES[tone])}>
      {icon && <Icon name={icon} class="w-3.5 h-3.5" />}
      {children}
    </span>
  );
}

const LOOKS: Record<JobStatus, { tone: Tone; icon?: IconName }> = {
  running: { tone: "blue", icon: "run" },
  completed: { tone: "grey" },
  completed_with_errors: { tone: "warning", icon: "warning" },
  failed: { tone: "error", icon: "error" },
  cancelled: { tone: "outline", icon: "stop" },
};

/** ステータス of a background job. */
export function StatusLabel({ status }: { status: JobStatus }) {
  return <Label {...LOOKS[status]}>{STATUS_LABELS[status]}</Label>;
}
