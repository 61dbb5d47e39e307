import type { Insurance } from "../../domain/insurance.ts";
import { editableLabel, yen } from "../../domain/insurance_labels.ts";
import { Button } from "../Button.tsx";
import { DefinitionList } from "../DefinitionList.tsx";

interface Props {
  dc: Insurance["dc"];
  /** Where 従業員による情報の編集 is changed; null: it is only read. */
  action: string | null;
}

/** 企業型確定拠出年金掛金 of a person. */
export function DcContribution({ dc, action }: Props) {
  if (!dc) return <p>登録されている掛金はありません。</p>;
  const items = [
    { term: "企業型年金加入者掛金", value: yen(dc.amount) },
    { term: "従業員による情報の編集", value: editableLabel(dc.editable) },
  ];
  return (
    <>
      <DefinitionList items={items} />
      {action && (
        <form method="post" action={action} class="mt-4">
          <input type="hidden" name="editable" value={dc.editable ? "0" : "1"} />
          <p id="dc-edit-hint" class="text-sm text-ink-soft mb-2">
            {dc.editable
              ? "従業員は、アンケートでこの掛金を変更できます。"
              : "従業員は、アンケートでこの掛金を確認できますが、変更できません。"}
          </p>
          <Button type="submit" aria-describedby="dc-edit-hint">
            従業員による情報の編集を「{editableLabel(!dc.editable)}」に変更
          </Button>
        </form>
      )}
    </>
  );
}
