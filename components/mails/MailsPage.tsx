import { MAIL_STATE_LABELS, MAIL_STATES, type MailState } from "../../domain/mail.ts";
import type { MailLine } from "../../domain/mail_line.ts";
import { Button } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { FilterForm } from "../FilterForm.tsx";
import { SETTINGS_SCREENS } from "../help/settings_screens.ts";
import { NotificationBar } from "../NotificationBar.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { Pagination } from "../Pagination.tsx";
import { SelectField } from "../SelectField.tsx";
import { SettingsTabs } from "../SettingsTabs.tsx";
import { TextField } from "../TextField.tsx";
import { MailTable } from "./MailTable.tsx";

export const MAILS_ADDRESS = "/settings/mails";

const NOT_SENT =
  "メールは送信されません。送信用のメールサーバーが設定されていないため、ここに保存しています。" +
  "サーバーの管理者が設定すると（環境変数 SMTP_URL）、送信待ちのメールから送信します。";

const STATES = [
  { value: "", label: "すべて" },
  ...MAIL_STATES.map((value) => ({ value, label: MAIL_STATE_LABELS[value] })),
];

interface Props {
  mails: readonly MailLine[];
  /** What the list is narrowed by; `to`: part of the address. */
  filter: { state?: MailState; to?: string };
  /** The search stopped at its limit. */
  scanLimited: boolean;
  /** False: there is no mail server. */
  sending: boolean;
  pages: { previous: string | null; next: string | null };
  /** Address of this page. */
  address: string;
}

/** 設定 › 送信メール: what goes to whom, and what became of it. */
export function MailsPage({ mails, filter, scanLimited, sending, pages, address }: Props) {
  const failed = mails.filter(({ state }) => state === "failed");
  return (
    <>
      <PageTitle
        title="送信メール"
        lead="年末調整が送るメールの記録です。90日間保存します。送信できなかったメールは、同じ宛先にもう一度送信できます。"
        help={SETTINGS_SCREENS.sent_mails}
      />
      <SettingsTabs current={MAILS_ADDRESS} />
      {!sending && (
        <div class="mb-6">
          <NotificationBar tone="warning" live={false}>{NOT_SENT}</NotificationBar>
        </div>
      )}
      {failed.length > 1 && <ResendAll mails={failed} address={address} />}
      <Card flush>
        <Filters {...filter} />
        <MailTable mails={mails} narrowed={isNarrowed(filter)} address={address} />
      </Card>
      <Pagination {...pages} scanLimited={scanLimited} />
    </>
  );
}

function isNarrowed({ state, to }: Props["filter"]): boolean {
  return state !== undefined || to !== undefined;
}

function Filters({ state, to }: Props["filter"]) {
  return (
    <FilterForm
      label="送信メールの絞り込み"
      action={MAILS_ADDRESS}
      active={isNarrowed({ state, to })}
      open={state !== undefined}
      search={<TextField name="to" label="宛先" type="search" inputMode="email" value={to} maxLength={254} />}
    >
      <SelectField name="state" label="状態" value={state} options={STATES} />
    </FilterForm>
  );
}

/** For when a mail server refused everybody: those of this page in one go. */
function ResendAll({ mails, address }: { mails: readonly MailLine[]; address: string }) {
  return (
    <form method="post" action={address} class="mb-4">
      {mails.map(({ id }) => <input key={id} type="hidden" name="mail" value={id} />)}
      <Button type="submit">このページの送信できなかったメール{mails.length}件をもう一度送信</Button>
    </form>
  );
}
