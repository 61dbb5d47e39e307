import type { MenuItem } from "../../jobs/service.ts";
import type { Probe, SourceKind, SourceSettings } from "../../domain/source_settings.ts";
import { Card } from "../Card.tsx";
import { SETTINGS_SCREENS } from "../help/settings_screens.ts";
import { NotificationBar } from "../NotificationBar.tsx";
import { OperationButtons } from "../operation/OperationButtons.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { SettingsTabs } from "../SettingsTabs.tsx";
import { ProbeResult } from "./ProbeResult.tsx";
import { SourceFields } from "./SourceFields.tsx";
import { SourceNow } from "./SourceNow.tsx";

export interface SourcePageProps {
  settings: SourceSettings;
  form: {
    values: { kind: string; address: string };
    errors: { kind?: string; address?: string; token?: string };
  };
  /** What may be chosen here. */
  kinds: SourceKind[];
  /** A sealed token between the test and ［保存］; "": none. */
  draft: string;
  /** Of a connection test; null: none was asked for. */
  probes: Probe[] | null;
  saved: boolean;
  items: MenuItem[];
  returnTo: string;
}

/** 設定 › データ連携: where the master comes from. */
export function SourcePage(props: SourcePageProps) {
  const { settings, form, kinds, draft, probes, saved, items, returnTo } = props;
  return (
    <>
      <PageTitle
        title="データ連携"
        lead="従業員や事業所などの、基本機能の情報を取得する連携先を設定します。"
        help={SETTINGS_SCREENS.source}
      >
        <OperationButtons items={items} group={null} returnTo={returnTo} alignRight />
      </PageTitle>
      <SettingsTabs current="/settings/source" />
      <div class="grid gap-4">
        {saved && <NotificationBar tone="success">データ連携の設定を保存しました。</NotificationBar>}
        {probes && <ProbeResult probes={probes} />}
      </div>
      <Card title="現在の設定">
        <SourceNow {...settings} />
      </Card>
      <Card title="設定の変更">
        <form method="post" action="/settings/source" class="grid gap-6 max-w-[36rem]">
          <SourceFields {...form} kinds={kinds} draft={draft} hasToken={settings.hasToken} />
        </form>
      </Card>
    </>
  );
}
