import { MAX_LABEL } from "../../domain/sign_in_settings.ts";
import { Button } from "../Button.tsx";
import { TextField } from "../TextField.tsx";

export interface ProviderFieldsProps {
  values: { issuer: string; client_id: string; label: string };
  errors: { issuer?: string; client_id?: string; secret?: string; label?: string };
  /** A secret that was entered before a connection test, sealed; "": none. */
  draft: string;
  hasSecret: boolean;
  /** What has to be registered at the provider. */
  redirectUri: string;
  /** Passwords are off: only the label may change. */
  locked: boolean;
}

/** The fields of the identity provider, inside a form. The connection test comes first: it is what Enter does. */
export function ProviderFields(props: ProviderFieldsProps) {
  const { values, errors, draft, hasSecret, redirectUri, locked } = props;
  return (
    <>
      {locked && (
        <p>
          パスワードでのサインインを止めている間は、ボタンの表示だけを変更できます。
        </p>
      )}
      <RedirectUri address={redirectUri} />
      <TextField
        name="issuer"
        label="発行者（issuer）"
        hint="外部IDのサービスに表示されている、https://で始まるアドレスです（例：https://id.example.jp/）。"
        value={values.issuer}
        error={errors.issuer}
        autocomplete="off"
        inputMode="url"
        maxLength={500}
        required
      />
      <TextField
        name="client_id"
        label="クライアントID"
        value={values.client_id}
        error={errors.client_id}
        autocomplete="off"
        maxLength={300}
        required
      />
      <TextField
        name="secret"
        label="クライアントシークレット"
        type="password"
        hint={secretHint(draft, hasSecret)}
        error={errors.secret}
        autocomplete="new-password"
        maxLength={500}
      />
      {draft !== "" && <input type="hidden" name="draft" value={draft} />}
      <TextField
        name="label"
        label="ボタンの表示"
        hint={`サインイン画面のボタンに表示する文字です（${MAX_LABEL}文字以内）。`}
        value={values.label}
        error={errors.label}
        autocomplete="off"
        maxLength={MAX_LABEL}
        required
      />
      <div class="flex flex-wrap gap-3">
        <Button type="submit" name="action" value="check">接続を確認する</Button>
        <Button type="submit" name="action" value="save" look="main">保存</Button>
      </div>
    </>
  );
}

/** To be copied into the settings of the provider. */
function RedirectUri({ address }: { address: string }) {
  return (
    <div>
      <label for="redirect-uri" class="font-bold mb-1 inline-block">リダイレクトURI</label>
      <p id="redirect-uri-hint" class="text-sm text-ink-soft mb-2">
        外部IDのサービスに、ウェブアプリケーションとして登録するときに指定します。
      </p>
      <input
        id="redirect-uri"
        type="text"
        readOnly
        value={address}
        aria-describedby="redirect-uri-hint"
        class="block w-full min-h-[2.75rem] px-3 py-2 bg-paper text-ink border border-edge rounded-control"
      />
    </div>
  );
}

function secretHint(draft: string, hasSecret: boolean): string {
  if (draft !== "") {
    return "入力されたクライアントシークレットを預かっています。空欄のまま保存すると、それを登録します。";
  }
  return hasSecret
    ? "登録済みです。空欄のまま保存すると、登録済みのものを使います。"
    : "外部IDのサービスで発行したものを入力します。登録後は表示できません。";
}
