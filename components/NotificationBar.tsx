import type { ComponentChildren } from "preact";
import { cls } from "./cls.ts";
import { Icon } from "./Icon.tsx";

const TONES = {
  info: { classes: cls("bg-run-soft border-run"), icon: "info", mark: cls("text-run"), role: "status" },
  success: {
    classes: cls("bg-matcha-soft border-matcha"),
    icon: "check",
    mark: cls("text-matcha"),
    role: "status",
  },
  warning: {
    classes: cls("bg-warn-soft border-warn"),
    icon: "warning",
    mark: cls("text-warn"),
    role: "alert",
  },
  error: {
    classes: cls("bg-danger-soft border-danger"),
    icon: "error",
    mark: cls("text-danger"),
    role: "alert",
  },
} as const;

interface Props {
  tone: keyof typeof TONES;
  /** False inside a region that is live already, so that it is read once. */
  live?: boolean;
  children: ComponentChildren;
}

/** One short message about what just happened. It stays until the page changes: no timer takes it away. */
export function NotificationBar({ tone, live = true, children }: Props) {
  const { classes, icon, mark, role } = TONES[tone];
  return (
    <div
      role={live ? role : undefined}
      class={cls("flex gap-3 border-l-4 rounded-control px-4 py-3", classes)}
    >
      <span class={cls("mt-1", mark)}>
        <Icon name={icon} class="w-5 h-5" />
      </span>
      <div class="min-w-0 [overflow-wrap:anywhere]">{children}</div>
    </div>
  );
}
