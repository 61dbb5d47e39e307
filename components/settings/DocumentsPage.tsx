import {
  PICTURE_LABELS,
  PICTURE_RULES,
  PRINTED_DOCUMENTS,
  PRINTED_LABELS,
  PROOF_LABELS,
  PROOFS,
} from "../../domain/document_settings.ts";
import { Button } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { RadioGroup } from "../RadioGroup.tsx";
import { GroupSettingsFrame } from "./GroupSettingsFrame.tsx";

export interface DocumentsPageProps {
  group: { id: string; name: string };
  /** What is chosen, by field (web/document_settings_form.ts). */
  values: Readonly<Record<string, string>>;
  /** 原因。対処。 by field. */
  errors: Readonly<Record<string, string>>;
}

const yesNo = (yes: string, no: string) => [{ value: "1", label: yes }, { value: "0", label: no }];
const PRINT = yesNo("依頼する", "依頼しない");
const MY_NUMBER = yesNo("印字する", "印字しない");
const MAKE = yesNo("申告書を作成する", "申告書を作成しない");
const MOUNT = yesNo(
  "生命保険等証明書原本の台紙を使って提出する",
  "生命保険等証明書原本の台紙を使わずに提出する",
);
const PICTURES = PICTURE_RULES.map((value) => ({ value, label: PICTURE_LABELS[value] }));

/** 書類・原本設定: what is printed, attached, made and handed in. */
export function DocumentsPage({ group, values, errors }: DocumentsPageProps) {
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <GroupSettingsFrame group={group} current="documents">
      <form method="post" noValidate>
        <Card title="従業員への書類印刷依頼">
          <p class="mb-4">書類ごとに、従業員の画面に［要印刷］または［印刷不要］と表示します。</p>
          <div class="grid gap-x-8 gap-y-4 wide:grid-cols-2">
            {PRINTED_DOCUMENTS.map((document) => (
              <RadioGroup
                key={document}
                {...field(`print.${document}`)}
                legend={PRINTED_LABELS[document]}
                options={PRINT}
              />
            ))}
          </div>
        </Card>
        <Card title="書類へのマイナンバー印字">
          <RadioGroup
            {...field("printMyNumber")}
            legend="書類へのマイナンバー印字"
            silent
            hint="管理者がダウンロードした書類と、従業員が開く本人の書類に、同期または取り込みをしたマイナンバーを印字します。印字しないときは、会社に提供済みの番号と相違ない旨を印字します。"
            options={MY_NUMBER}
          />
        </Card>
        <Card title="証明書の画像添付">
          <p class="mb-4">アンケートで、証明書の画像の添付を従業員に求めるかどうかを選びます。</p>
          <div class="grid gap-x-8 gap-y-4 wide:grid-cols-2">
            {PROOFS.map((proof) => (
              <RadioGroup
                key={proof}
                {...field(`pictures.${proof}`)}
                legend={PROOF_LABELS[proof]}
                options={PICTURES}
              />
            ))}
          </div>
        </Card>
        <Card title="保険料控除申告書の作成設定">
          <RadioGroup
            {...field("makeInsurance")}
            legend="保険料控除申告書の作成設定"
            silent
            hint="申告する保険料がない従業員にも、空欄の保険料控除申告書を作成するかどうかを選びます。"
            options={MAKE}
          />
        </Card>
        <Card title="原本の提出方法">
          <RadioGroup
            {...field("mountingSheet")}
            legend="原本の提出方法"
            silent
            hint="台紙を使うときは、アンケートの最後のページで従業員に台紙を渡します。"
            options={MOUNT}
            stacked
          />
        </Card>
        <div class="mt-6">
          <Button type="submit" look="main">保存</Button>
        </div>
      </form>
    </GroupSettingsFrame>
  );
}
