import type { SignInSettings } from "../../domain/sign_in_settings.ts";
import { DefinitionList } from "../DefinitionList.tsx";
import { AbsoluteTime } from "../RelativeTime.tsx";

/** The settings that hold now. */
export function SignInNow({ provider, passwords, saved }: SignInSettings) {
  const shown = provider
    ? [
      { term: "発行者（issuer）", value: provider.issuer },
      { term: "クライアントID", value: provider.clientId },
      { term: "クライアントシークレット", value: "登録済み（表示できません）" },
      { term: "ボタンの表示", value: provider.label },
    ]
    : [{ term: "外部ID", value: "使わない" }];
  return (
    <DefinitionList
      items={[
        ...shown,
        { term: "パスワードでのサインイン", value: passwords ? "使う" : "使わない" },
        ...saved
          ? [
            { term: "更新日時", value: <AbsoluteTime at={saved.at} /> },
            { term: "更新者", value: saved.by },
          ]
          : [],
      ]}
    />
  );
}
