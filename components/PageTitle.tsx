import type { ComponentChildren } from "preact";
import type { Help } from "./help/help.ts";
import { ScreenHelp } from "./help/ScreenHelp.tsx";
import { Icon } from "./Icon.tsx";

interface Props {
  title: string;
  /** The page above, e.g. バックグラウンド処理一覧に戻る. */
  back?: { href: string; label: string };
  /** Stands before the title on its line, e.g. a status. */
  label?: ComponentChildren;
  /** A sentence under the title. */
  lead?: ComponentChildren;
  /** この画面の使い方, under the title. */
  help?: Help;
  /** Controls at the right. */
  children?: ComponentChildren;
}

/** The one h1 of a page, with the way back above and the page's own controls beside it. */
export function PageTitle({ title, back, label, lead, help, children }: Props) {
  return (
    <div class="mb-6">
      {back && (
        <a
          href={back.href}
          class="inline-flex items-center gap-1 min-h-[1.75rem] mb-2 [overflow-wrap:anywhere]"
        >
          <Icon name="back" />
          {back.label}
        </a>
      )}
      <div class="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div class="flex flex-wrap items-center gap-x-3 gap-y-2 flex-1 min-w-[12rem]">
          {label}
          <h1 class="text-2xl [overflow-wrap:anywhere]">{title}</h1>
        </div>
        {children && <div class="flex flex-wrap gap-2">{children}</div>}
      </div>
      {lead && <div class="mt-2 text-ink-soft">{lead}</div>}
      {help && <ScreenHelp {...help} />}
    </div>
  );
}
