import type { OverviewView } from "../../jobs/view.ts";
import { LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { DefinitionList } from "../DefinitionList.tsx";
import { SETTINGS_SCREENS } from "../help/settings_screens.ts";
import { NotificationBar } from "../NotificationBar.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { SettingsTabs } from "../SettingsTabs.tsx";
import { type NamedJob, OpenJobTable } from "./OpenJobTable.tsx";
import { ProcessTable } from "./ProcessTable.tsx";

export const OVERVIEW_ADDRESS = "/settings/operation";

interface Props extends OverviewView {
  jobs: NamedJob[];
  /** When this was looked at. */
  now: number;
  /** When the process that shows the page last looked at all open jobs. */
  tickedAt: number;
}

/** 設定 › 稼働状況: what is open, how old it is, who works on it. Made anew by ［更新］; nothing moves by itself. */
export function OverviewPage({ jobs, open, processes, now, tickedAt }: Props) {
  return (
    <>
      <PageTitle
        title="稼働状況"
        lead="まだ終わっていない処理と、それを実行しているプロセスです。"
        help={SETTINGS_SCREENS.operation}
      >
        <LinkButton href={OVERVIEW_ADDRESS}>更新</LinkButton>
      </PageTitle>
      <SettingsTabs current={OVERVIEW_ADDRESS} />
      {processes.length === 0 && (
        <div class="mb-6">
          <NotificationBar tone="warning" live={false}>
            処理を実行するプロセスがありません。受け付けた処理は、プロセスが起動すると始まります。サーバーの管理者に連絡してください。
          </NotificationBar>
        </div>
      )}
      <Card>
        <DefinitionList
          items={[
            { term: "表示した日時", value: <AbsoluteTime at={now} /> },
            {
              term: "最後に処理を見回った日時（この画面を表示したプロセス）",
              value: <AbsoluteTime at={tickedAt} />,
            },
            { term: "終わっていない処理", value: `${open.toLocaleString("ja-JP")}件` },
          ]}
        />
      </Card>
      <Card title="終わっていない処理" flush>
        <OpenJobTable jobs={jobs} now={now} />
      </Card>
      {open > jobs.length && jobs.length > 0 && (
        <p class="mt-2 text-ink-soft">受付の古い順に{jobs.length}件を表示しています。</p>
      )}
      <Card title="処理を実行するプロセス" flush>
        <ProcessTable processes={processes} now={now} />
      </Card>
    </>
  );
}
