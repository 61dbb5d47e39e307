import { JobListLive } from "../../islands/JobListLive.tsx";
import type { JobQuery } from "../../jobs/service.ts";
import type { JobView } from "../../jobs/view.ts";
import { Card } from "../Card.tsx";
import { JOB_SCREENS } from "../help/job_screens.ts";
import { PageTitle } from "../PageTitle.tsx";
import { Pagination } from "../Pagination.tsx";
import type { Option } from "../SelectField.tsx";
import { JobFilters } from "./JobFilters.tsx";
import { NoJobs } from "./NoJobs.tsx";
import { ReloadNote } from "./ReloadNote.tsx";

interface Props {
  jobs: JobView[];
  query: JobQuery;
  filtered: boolean;
  scanLimited: boolean;
  pages: { previous: string | null; next: string | null };
  /** The server's time, ms since the epoch. */
  now: number;
  /** Id of the account. */
  person: string;
  kinds: readonly Option[];
  groups: readonly Option[];
  everybody: boolean;
}

/** バックグラウンド処理. Where nothing was ever started there is nothing to search in either. */
export function JobListPage({ jobs, now, person, pages, scanLimited, ...filter }: Props) {
  const untouched = jobs.length === 0 && !filter.filtered && pages.previous === null && pages.next === null;
  return (
    <>
      <PageTitle
        title="バックグラウンド処理"
        lead="これまでに実行した一括操作の結果を、受付日時の新しい順に表示します。"
        help={JOB_SCREENS.jobs}
      />
      <ReloadNote jobs={jobs} />
      <Card flush>
        {untouched ? <NoJobs filtered={false} /> : (
          <>
            <JobFilters {...filter} />
            <JobListLive jobs={jobs} now={now} filtered={filter.filtered} person={person} />
          </>
        )}
      </Card>
      <Pagination {...pages} scanLimited={scanLimited} />
    </>
  );
}
