import { DEFAULT_CLOSED_MESSAGE } from "../../domain/deadline.ts";
import { MAX_CLOSED_MESSAGE } from "../../domain/group.ts";
import { Button } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { CONTROL, Field } from "../Field.tsx";
import { TextField } from "../TextField.tsx";
import { GroupSettingsFrame } from "./GroupSettingsFrame.tsx";
import { ReminderTabs } from "./ReminderTabs.tsx";

interface Props {
  group: { id: string; name: string };
  values: { closesOn: string; closedMessage: string };
  errors: { closesOn?: string; closedMessage?: string };
}

/** What a 受付終了日 does to the 依頼 of its group (reference/screens.md §3, §5). */
const EFFECT = "受付終了日の午前8時に受け付けを終了し、依頼中・入力中の依頼は回答期限切れになります。" +
  "受付終了日を延ばしても、すでに回答期限切れになった依頼は元に戻りません。";

/** 再通知・締切設定, 締切: until when the group takes answers, and what people read then. */
export function DeadlinePage({ group, values, errors }: Props) {
  return (
    <GroupSettingsFrame group={group} current="reminder" part="締切">
      <ReminderTabs group={group.id} current="deadline" />
      <Card title="締切">
        <form method="post" class="grid gap-6 max-w-[44rem]" noValidate>
          <p>{EFFECT}</p>
          <div class="max-w-[20rem]">
            <TextField
              name="closes_on"
              label="受付終了日"
              type="date"
              hint="空にすると、受け付けを終了しません。"
              value={values.closesOn}
              error={errors.closesOn}
            />
          </div>
          <Field
            name="closed_message"
            label="受付終了後表示メッセージ"
            hint={`受け付けを終了したあと、従業員に表示します（${
              MAX_CLOSED_MESSAGE.toLocaleString("ja-JP")
            }文字以内）。空にして保存すると、初期設定の文章に戻ります：${DEFAULT_CLOSED_MESSAGE}`}
            error={errors.closedMessage}
          >
            {(control) => <textarea {...control} rows={6} class={CONTROL}>{values.closedMessage}</textarea>}
          </Field>
          <div>
            <Button type="submit" look="main">保存</Button>
          </div>
        </form>
      </Card>
    </GroupSettingsFrame>
  );
}
