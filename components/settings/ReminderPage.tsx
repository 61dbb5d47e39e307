import {
  MAX_DAYS_BEFORE,
  MAX_EVERY_DAYS,
  type Reminder,
  REMINDER_HOUR,
  type ReminderDay,
} from "../../domain/reminder.ts";
import { Button } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { TextField } from "../TextField.tsx";
import { GroupSettingsFrame } from "./GroupSettingsFrame.tsx";
import { ReminderDates } from "./ReminderDates.tsx";
import { ReminderTabs } from "./ReminderTabs.tsx";

export interface ReminderPageProps {
  group: { id: string; name: string };
  values: Record<keyof Reminder, string>;
  /** 原因。対処。 by field. */
  errors: Partial<Record<keyof Reminder, string>>;
  /** The dates of what is stored; null: no 再通知. */
  days: ReminderDay[] | null;
}

const EFFECT =
  `再通知開始日から再通知基準日まで、送信間隔ごとに、提出が終わっていない従業員（依頼中・入力中・修正依頼中）へ` +
  `依頼再通知のメールを午前${REMINDER_HOUR}時に送ります。3つとも空にして保存すると、自動では送りません。`;

/** 再通知・締切設定, 再通知: on which dates those who have not submitted are told again. */
export function ReminderPage({ group, values, errors, days }: ReminderPageProps) {
  return (
    <GroupSettingsFrame group={group} current="reminder" part="再通知">
      <ReminderTabs group={group.id} current="reminder" />
      <Card title="再通知">
        <form method="post" class="grid gap-6 max-w-[44rem]" noValidate>
          <p>{EFFECT}</p>
          <div class="grid gap-6 max-w-[20rem]">
            <TextField
              name="base_on"
              label="再通知基準日"
              type="date"
              value={values.baseOn}
              error={errors.baseOn}
            />
            <TextField
              name="days_before"
              label="再通知開始日"
              hint={`再通知基準日の何日前から送るか（0〜${MAX_DAYS_BEFORE}日前）`}
              inputMode="numeric"
              autocomplete="off"
              value={values.daysBefore}
              error={errors.daysBefore}
            />
            <TextField
              name="every_days"
              label="再通知送信間隔"
              hint={`何日ごとに送るか（1〜${MAX_EVERY_DAYS}日）`}
              inputMode="numeric"
              autocomplete="off"
              value={values.everyDays}
              error={errors.everyDays}
            />
          </div>
          <div>
            <Button type="submit" look="main">保存</Button>
          </div>
        </form>
      </Card>
      <Card title="再通知を送る日">
        <ReminderDates days={days} />
      </Card>
    </GroupSettingsFrame>
  );
}
