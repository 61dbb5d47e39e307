import { JobLink } from "./ProblemMessage.tsx";
import { NotificationBar } from "./NotificationBar.tsx";
import type { Refused } from "./refusal.ts";

/** Why the server said no; the region stands from the beginning, so that what fills it is read aloud. */
export function RefusedMessage({ problem, class: classes }: { problem: Refused | null; class: string }) {
  return (
    <div role="alert">
      {problem && (
        <div class={classes}>
          <NotificationBar tone="error" live={false}>
            <p class="font-bold">{problem.message}</p>
            {problem.remedy !== "" && <p>{problem.remedy}</p>}
            <JobLink job={problem.job} />
          </NotificationBar>
        </div>
      )}
    </div>
  );
}
