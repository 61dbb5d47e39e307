import { SOURCE_LABELS, type SourceSettings } from "../../domain/source_settings.ts";
import { DefinitionList } from "../DefinitionList.tsx";
import { AbsoluteTime } from "../RelativeTime.tsx";

/** The settings that hold now. */
export function SourceNow({ kind, baseUrl, hasToken, saved }: SourceSettings) {
  const smarthr = kind === "smarthr"
    ? [
      { term: "アクセス先", value: baseUrl },
      { term: "アクセストークン", value: hasToken ? "登録済み（表示できません）" : "未登録" },
    ]
    : [];
  return (
    <DefinitionList
      items={[
        { term: "連携先", value: SOURCE_LABELS[kind] },
        ...smarthr,
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
