import { EDITABLE_MAIL_LABELS, EDITABLE_MAILS, type EditableMail } from "../../domain/mail_template.ts";
import type { MailTemplate } from "../../domain/mail_template.ts";
import { MailEditor } from "../../islands/MailEditor.tsx";
import { Card } from "../Card.tsx";
import { NotificationBar } from "../NotificationBar.tsx";
import { Tabs } from "../Tabs.tsx";
import { GroupSettingsFrame } from "./GroupSettingsFrame.tsx";
import { groupSettingsAddress } from "./GroupSettingsTabs.tsx";

export interface MailsPageProps {
  group: { id: string; name: string };
  /** The mail that is shown. */
  kind: EditableMail;
  template: MailTemplate;
  /** 原因。対処。 by field. */
  errors: Partial<Record<keyof MailTemplate, string>>;
  /** True when the fields show 初期の文面 that is not saved. */
  initial: boolean;
  company: string;
  address: string;
}

/** When each mail goes (reference/screens.md §9). */
const LEADS: Record<EditableMail, string> = {
  requested: "依頼を送信したときに、従業員に送るメールです。",
  confirmed:
    "依頼を確定したときに、従業員に送るメールです。通知設定で［通知しない］にしている間は送りません。",
  reminded: "再通知したときと、再通知の設定で決めた日に、従業員に送るメールです。",
  expired: "受付終了日の午前8時までに提出しなかった従業員に送るメールです。",
};

/** メールフォーマット設定: the words of the group's mails, one tab a mail. */
export function MailsPage({ group, kind, initial, ...editor }: MailsPageProps) {
  const home = groupSettingsAddress(group.id, "mails");
  const tabs = EDITABLE_MAILS.map((mail) => ({
    label: EDITABLE_MAIL_LABELS[mail],
    href: `${home}?mail=${mail}`,
    current: mail === kind,
  }));
  return (
    <GroupSettingsFrame group={group} current="mails" part={EDITABLE_MAIL_LABELS[kind]}>
      <Tabs label="メールフォーマット設定" tabs={tabs} />
      {initial && (
        <div class="mb-6">
          <NotificationBar tone="info">
            初期の文面を表示しています。［保存］を押すと、この文面に戻ります。
          </NotificationBar>
        </div>
      )}
      <Card title={EDITABLE_MAIL_LABELS[kind]}>
        <div class="max-w-[44rem]">
          <p class="mb-6">{LEADS[kind]}</p>
          <MailEditor key={kind} kind={kind} initial={`${home}?mail=${kind}&initial=1`} {...editor} />
        </div>
      </Card>
    </GroupSettingsFrame>
  );
}
