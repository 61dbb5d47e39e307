import { type Notification, NOTIFICATIONS } from "../../domain/tenant_settings.ts";
import { Button } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { SETTINGS_SCREENS } from "../help/settings_screens.ts";
import { PageTitle } from "../PageTitle.tsx";
import { RadioGroup } from "../RadioGroup.tsx";
import { SettingsTabs } from "../SettingsTabs.tsx";

export interface NotificationsPageProps {
  /** What is chosen, by field: 1 or 0. */
  values: Readonly<Partial<Record<Notification, string>>>;
  /** 原因。対処。 by field. */
  errors: Readonly<Partial<Record<Notification, string>>>;
}

const FIELDS: Record<Notification, { legend: string; hint: string }> = {
  answered: {
    legend: "担当者への通知：「回答済」",
    hint: "従業員がアンケートの回答を終えたときに、管理者へ送ります。",
  },
  reanswered: {
    legend: "担当者への通知：「再回答」",
    hint: "差し戻しや修正依頼を受けた従業員が、すべてを直して提出したときに、管理者へ送ります。",
  },
  confirmed: {
    legend: "従業員への通知：「確定」",
    hint: "依頼を確定したときに、その従業員へ送ります。",
  },
};

const OPTIONS = [{ value: "1", label: "通知する" }, { value: "0", label: "通知しない" }];

/** 設定 › 通知設定: who is told by mail of what. */
export function NotificationsPage({ values, errors }: NotificationsPageProps) {
  return (
    <>
      <PageTitle
        title="通知設定"
        lead="メールで通知するかどうかを、すべての依頼グループに共通で設定します。差し戻しの通知は、設定にかかわらず送ります。"
        help={SETTINGS_SCREENS.notifications}
      />
      <SettingsTabs current="/settings/notifications" />
      <Card>
        <form method="post" class="grid gap-6 max-w-[44rem]" noValidate>
          {NOTIFICATIONS.map((name) => (
            <RadioGroup
              key={name}
              name={name}
              {...FIELDS[name]}
              options={OPTIONS}
              value={values[name]}
              error={errors[name]}
            />
          ))}
          <div>
            <Button type="submit" look="main">保存</Button>
          </div>
        </form>
        <p class="mt-6">
          自分が実行したバックグラウンド処理の終了をメールで受け取るかどうかは、1人ずつ
          <a href="/account/notifications">通知</a>で設定します。
        </p>
      </Card>
    </>
  );
}
