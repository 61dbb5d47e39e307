import { LinkButton } from "./Button.tsx";
import { DocumentTitle } from "./DocumentTitle.tsx";
import { type Problem, ProblemMessage } from "./ProblemMessage.tsx";

interface Props extends Problem {
  status: number;
  /** Where to go on; the menu unless given. */
  onward?: { href: string; label: string };
}

const MENU = { href: "/", label: "年末調整メニューへ" };

/** The body of a page that could not be shown. */
export function ErrorPage({ status, onward = MENU, ...problem }: Props) {
  return (
    <div class="max-w-[40rem] mx-auto py-12">
      <DocumentTitle title={problem.event.replace(/。$/, "")} />
      <p class="text-sm font-bold text-ink-soft tabular-nums">{status}</p>
      <h1 class="text-2xl mb-4">{problem.event.replace(/。$/, "")}</h1>
      <div class="bg-surface rounded-card shadow-card p-6 mb-6">
        <ProblemMessage {...problem} event="" />
      </div>
      <LinkButton href={onward.href}>{onward.label}</LinkButton>
    </div>
  );
}
