import type { JobView } from "../../jobs/view.ts";
import { LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { DocumentTitle } from "../DocumentTitle.tsx";
import { NotificationBar } from "../NotificationBar.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { sentence } from "../operation/check_form.ts";
import { type Problem, ProblemMessage } from "../ProblemMessage.tsx";
import type { ControlSpec } from "./control_spec.ts";
import { ControlForm } from "./ControlForm.tsx";

interface Props {
  job: JobView;
  spec: ControlSpec;
  /** Idempotency key of this form. */
  operationKey: string;
  /** Why the server refused the form just sent. */
  problem?: Problem & { code?: string };
}

/** The question before 中断 or 再実行 as a page of its own: for browsers without JavaScript. */
export function ControlPage({ job, spec, operationKey, problem }: Props) {
  const back = `/background-jobs/${job.id}`;
  return (
    <div class="max-w-[44rem] mx-auto">
      <DocumentTitle title={`${spec.title}｜バックグラウンド処理`} />
      <PageTitle title={spec.title} back={{ href: back, label: "処理の詳細に戻る" }} />
      {problem && (
        <div class="mb-6">
          <NotificationBar tone="error">
            <ProblemMessage {...problem} />
          </NotificationBar>
        </div>
      )}
      <Card>
        <ControlForm
          job={job.id}
          spec={spec}
          operationKey={operationKey}
          passwordError={problem?.code === "wrong_password" ? sentence("wrong_password") : undefined}
          leave={<LinkButton href={back}>{spec.leave}</LinkButton>}
        />
      </Card>
    </div>
  );
}
