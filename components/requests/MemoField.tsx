import { MAX_MEMO } from "../../domain/request.ts";
import { TextAreaField } from "../TextAreaField.tsx";

interface Props {
  /** Unique on the page. */
  id: string;
  value?: string;
  error?: string | undefined;
}

/** What a 管理者メモ says. */
export function MemoField(props: Props) {
  return (
    <TextAreaField
      {...props}
      name="text"
      label="管理者メモ"
      hint={`改行を含めて${MAX_MEMO}文字以内。追加したあとは編集・削除できません。従業員には表示されません。`}
      required
    />
  );
}
