import { MAX_NOTICE } from "../../domain/group_settings.ts";
import { Button } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { CONTROL, Field } from "../Field.tsx";
import { GroupSettingsFrame } from "./GroupSettingsFrame.tsx";

export interface NoticePageProps {
  group: { id: string; name: string };
  notice: string;
  /** 原因。対処。 of why it was not saved. */
  error: string | undefined;
}

const LIMITS = `従業員の年末調整の画面に表示します（${MAX_NOTICE.toLocaleString("ja-JP")}文字以内）。` +
  "リンクと画像は使えません。空にして保存すると、お知らせを表示しません。";

/** 管理者からのお知らせ設定: what employees of the group read on their page. */
export function NoticePage({ group, notice, error }: NoticePageProps) {
  return (
    <GroupSettingsFrame group={group} current="notice">
      <Card title="管理者からのお知らせ設定">
        {/* A form of parts: percent-encoded, a long text would be too large. */}
        <form method="post" encType="multipart/form-data" class="grid gap-6 max-w-[44rem]" noValidate>
          <Field name="notice" label="管理者からのお知らせ" hint={LIMITS} error={error}>
            {(control) => <textarea {...control} rows={12} class={CONTROL}>{notice}</textarea>}
          </Field>
          <div>
            <Button type="submit" look="main">保存</Button>
          </div>
        </form>
      </Card>
    </GroupSettingsFrame>
  );
}
