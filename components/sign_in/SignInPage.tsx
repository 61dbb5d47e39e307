import type { ProviderProbe, SignInSettings } from "../../domain/sign_in_settings.ts";
import { LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { SETTINGS_SCREENS } from "../help/settings_screens.ts";
import { NotificationBar } from "../NotificationBar.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { type Problem, ProblemMessage } from "../ProblemMessage.tsx";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { SettingsTabs } from "../SettingsTabs.tsx";
import { PasswordSwitch } from "./PasswordSwitch.tsx";
import { ProbeList } from "./ProbeList.tsx";
import { ProviderFields, type ProviderFieldsProps } from "./ProviderFields.tsx";
import { ProviderRemoval } from "./ProviderRemoval.tsx";
import { SignInNow } from "./SignInNow.tsx";

export interface SignInPageProps {
  settings: SignInSettings;
  form: Pick<ProviderFieldsProps, "values" | "errors">;
  /** A sealed secret between the test and ［保存］; "": none. */
  draft: string;
  /** Of a connection test; null: none was asked for. */
  probes: ProviderProbe[] | null;
  /** What keeps a change from being made. */
  problem: Problem | null;
  redirectUri: string;
  /** When this person came in through the provider as it is set up now (ms); null: never. */
  provenAt: number | null;
}

/** 設定 › サインイン: the company's identity provider, and whether passwords sign people in. */
export function SignInPage(props: SignInPageProps) {
  const { settings, form, draft, probes, problem, redirectUri, provenAt } = props;
  const { provider, passwords } = settings;
  return (
    <>
      <PageTitle
        title="サインイン"
        lead="会社で使っている外部ID（OpenID Connect）とパスワードの、どちらでサインインするかを設定します。"
        help={SETTINGS_SCREENS.sign_in}
      />
      <SettingsTabs current="/settings/sign-in" />
      <div class="grid gap-4">
        {problem && (
          <NotificationBar tone="error">
            <ProblemMessage {...problem} />
          </NotificationBar>
        )}
        {probes && <ProbeList probes={probes} />}
      </div>
      <Card title="現在の設定">
        <SignInNow {...settings} />
      </Card>
      <Card title="外部IDの設定">
        <form method="post" action="/settings/sign-in" class="grid gap-6 max-w-[36rem]">
          <ProviderFields
            {...form}
            draft={draft}
            hasSecret={provider !== null}
            redirectUri={redirectUri}
            locked={!passwords}
          />
        </form>
      </Card>
      {provider && (
        <Card title="あなたの外部IDでの確認">
          <div class="grid gap-4 max-w-[36rem]">
            <p>
              {provenAt === null
                ? "今の設定で、あなたはまだ外部IDでサインインしていません。実際にサインインして、設定が正しいことを確認してください。"
                : (
                  <>
                    今の設定で、あなたは <AbsoluteTime at={provenAt} /> に外部IDでサインインしました。
                  </>
                )}
            </p>
            <div>
              <LinkButton href="/login/oidc?return_to=/settings/sign-in">
                外部IDでサインインして確認する
              </LinkButton>
            </div>
          </div>
        </Card>
      )}
      <Card title="パスワードでのサインイン">
        <PasswordSwitch on={passwords} hasProvider={provider !== null} proven={provenAt !== null} />
      </Card>
      {provider && passwords && (
        <Card title="外部IDの利用をやめる">
          <ProviderRemoval />
        </Card>
      )}
    </>
  );
}
