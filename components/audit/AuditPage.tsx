import type { AuditQuery } from "../../jobs/audit_log.ts";
import { AUDIT_EVENT_NAMES, AUDIT_LABELS, type AuditLineView } from "../../jobs/audit_view.ts";
import { Button } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { FilterForm } from "../FilterForm.tsx";
import { SETTINGS_SCREENS } from "../help/settings_screens.ts";
import { Icon } from "../Icon.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { Pagination } from "../Pagination.tsx";
import { SelectField } from "../SelectField.tsx";
import { SettingsTabs } from "../SettingsTabs.tsx";
import { TextField } from "../TextField.tsx";
import { AuditTable } from "./AuditTable.tsx";

interface Props {
  entries: AuditLineView[];
  query: AuditQuery;
  filtered: boolean;
  scanLimited: boolean;
  pages: { previous: string | null; next: string | null };
}

export const AUDIT_ADDRESS = "/settings/audit";
const EVENTS = [
  { value: "", label: "すべて" },
  ...AUDIT_EVENT_NAMES.map((name) => ({ value: name, label: AUDIT_LABELS[name] })),
];

/** 設定 › 監査ログ: who did what with which job, and what became of its files. */
export function AuditPage({ entries, query, filtered, scanLimited, pages }: Props) {
  return (
    <>
      <PageTitle
        title="監査ログ"
        lead="バックグラウンド処理の実行と中断、ファイルのダウンロードと削除、拒否された操作、サインインとアカウント・権限・設定の変更の記録です。7年間保存します。"
        help={SETTINGS_SCREENS.audit}
      >
        <ExportForm query={query} />
      </PageTitle>
      <SettingsTabs current={AUDIT_ADDRESS} />
      <Card flush>
        <Filters query={query} filtered={filtered} />
        <AuditTable entries={entries} />
      </Card>
      <Pagination {...pages} scanLimited={scanLimited} />
    </>
  );
}

function Filters({ query, filtered }: Pick<Props, "query" | "filtered">) {
  return (
    <FilterForm
      label="監査ログの絞り込み"
      action={AUDIT_ADDRESS}
      active={filtered}
      search={
        <TextField name="person" label="実行者のメールアドレス" inputMode="email" value={query.person} />
      }
    >
      <SelectField name="event" label="出来事" value={query.event} options={EVENTS} />
      <TextField name="job" label="処理ID" value={query.job} maxLength={26} />
      <TextField name="from" label="日付（から）" type="date" value={query.from} />
      <TextField name="to" label="日付（まで）" type="date" value={query.to} />
    </FilterForm>
  );
}

/** Everything that the filter finds as a CSV; a form, because taking it is itself put on record. */
function ExportForm({ query: { cursor: _, ...filter } }: Pick<Props, "query">) {
  return (
    <form method="post" action={`${AUDIT_ADDRESS}/export`}>
      {Object.entries(filter).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit">
        <Icon name="download" />CSVをダウンロード
      </Button>
    </form>
  );
}
