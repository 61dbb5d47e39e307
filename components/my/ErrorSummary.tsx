import type { View } from "../../domain/answering/fields/view.ts";
import { NotificationBar } from "../NotificationBar.tsx";
import { type Problem, ProblemMessage } from "../ProblemMessage.tsx";

interface Props {
  errors: ReadonlyMap<string, string>;
  views: readonly View[];
  /** What is about no field. */
  problem: Problem | null;
}

/** What is wrong with a form that was sent, with a link to each field. */
export function ErrorSummary({ errors, views, problem }: Props) {
  if (problem) {
    return (
      <NotificationBar tone="error">
        <ProblemMessage {...problem} />
      </NotificationBar>
    );
  }
  if (errors.size === 0) return null;
  const labels = labelsIn(views);
  return (
    <NotificationBar tone="error">
      <p class="font-bold">保存できませんでした。{errors.size}か所を確認してください。</p>
      <ul class="list-disc pl-6">
        {[...errors].map(([name, message]) => (
          <li key={name}>
            <a href={`#${name}`}>{labels.get(name) ?? "この項目"}</a>：{message}
          </li>
        ))}
      </ul>
    </NotificationBar>
  );
}

function labelsIn(views: readonly View[]): Map<string, string> {
  return new Map(views.flatMap((view): [string, string][] => {
    switch (view.view) {
      case "control":
        return [[view.name, view.label]];
      case "note":
        return [];
      case "branch":
        return [[view.ask.name, view.ask.label], ...view.ways.flatMap((way) => [...labelsIn(way.views)])];
      default:
        return [...labelsIn(view.views)];
    }
  }));
}
