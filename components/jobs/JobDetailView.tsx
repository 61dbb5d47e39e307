import type { ComponentChildren } from "preact";
import type { JobDetail } from "../../jobs/service.ts";
import type { AttachmentView } from "../../jobs/view.ts";
import { Card } from "../Card.tsx";
import { JOB_SCREENS } from "../help/job_screens.ts";
import { PageTitle } from "../PageTitle.tsx";
import { StatusLabel } from "../StatusLabel.tsx";
import { JobInfo } from "./JobInfo.tsx";
import { JobMessage } from "./JobMessage.tsx";
import { JobResult } from "./JobResult.tsx";

interface Props {
  detail: JobDetail;
  renderAttachment: (file: AttachmentView) => ComponentChildren;
  /** 中断 and 再実行, beside the title. */
  controls?: ComponentChildren;
  /** Shown between the title and the cards, e.g. a refusal. */
  notice?: ComponentChildren;
}

const BACK = { href: "/background-jobs", label: "バックグラウンド処理一覧に戻る" };

/** One job. The result comes first in reading order and on a phone; on a wide page it stands at the right. */
export function JobDetailView({ detail, renderAttachment, controls, notice }: Props) {
  const { job, result, control } = detail;
  return (
    <>
      <PageTitle
        title={job.title}
        back={BACK}
        label={<StatusLabel status={job.status} />}
        lead={<JobMessage job={job} />}
        help={JOB_SCREENS.job}
      >
        {controls}
      </PageTitle>
      {notice}
      <div class="grid gap-6 items-start wide:grid-cols-[17rem_minmax(0,1fr)]">
        <div class="wide:order-last min-w-0">
          <Card title="処理結果">
            <JobResult job={job} result={result} renderAttachment={renderAttachment} />
          </Card>
        </div>
        <div>
          <Card title="処理情報">
            <JobInfo job={job} control={control} />
          </Card>
        </div>
      </div>
    </>
  );
}
