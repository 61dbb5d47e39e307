import { SOURCE_LABELS, type SourceKind } from "../../domain/source_settings.ts";
import { Button } from "../Button.tsx";
import { SelectField } from "../SelectField.tsx";
import { TextField } from "../TextField.tsx";

interface Props {
  values: { kind: string; address: string };
  errors: { kind?: string; address?: string; token?: string };
  kinds: readonly SourceKind[];
  /** A token that was entered before a connection test, sealed; "": none. */
  draft: string;
  hasToken: boolean;
}

/** The fields of データ連携, inside a form. The connection test comes first: it is what Enter does. */
export function SourceFields({ values, errors, kinds, draft, hasToken }: Props) {
  return (
    <>
      <SelectField
        name="kind"
        label="連携先"
        value={values.kind}
        error={errors.kind}
        options={kinds.map((kind) => ({ value: kind, label: SOURCE_LABELS[kind] }))}
      />
      <TextField
        name="address"
        label="アクセス先"
        hint="連携先がSmartHRのときに、サブドメイン（例：kaisha）かアドレス（例：https://kaisha.smarthr.jp）を入力します。サンドボックス（daruma.space）はアドレスで入力してください。"
        value={values.address}
        error={errors.address}
        autocomplete="off"
        inputMode="url"
        maxLength={300}
      />
      <TextField
        name="token"
        label="アクセストークン"
        type="password"
        hint={tokenHint(draft, hasToken)}
        error={errors.token}
        autocomplete="new-password"
        maxLength={1000}
      />
      {draft !== "" && <input type="hidden" name="draft" value={draft} />}
      <div class="flex flex-wrap gap-3">
        <Button type="submit" name="action" value="check">接続を確認する</Button>
        <Button type="submit" name="action" value="save" look="main">保存</Button>
      </div>
    </>
  );
}

function tokenHint(draft: string, hasToken: boolean): string {
  if (draft !== "") {
    return "入力されたアクセストークンを預かっています。空欄のまま保存すると、それを登録します。";
  }
  return hasToken
    ? "登録済みです。空欄のまま保存すると、登録済みのアクセストークンを使います。"
    : "SmartHRの［共通設定］で発行したアクセストークンを入力します。登録後は表示できません。";
}
