import type { Probe } from "../../domain/source_settings.ts";
import { NotificationBar } from "../NotificationBar.tsx";
import { Probes } from "../settings/Probes.tsx";

/** What a connection test of a source found. */
export function ProbeResult({ probes }: { probes: readonly Probe[] }) {
  if (probes.length === 0) {
    return <NotificationBar tone="info">連携しない場合は、確認することはありません。</NotificationBar>;
  }
  const failed = probes.some(({ problem }) => problem !== null);
  const none = probes.every(({ problem }) => problem !== null);
  return (
    <Probes
      probes={probes}
      headline={none
        ? "接続できませんでした。"
        : failed
        ? "取得できない情報があります。"
        : "接続できました。"}
      foundText={(found) => `取得できました（${found}）`}
      problemLead="取得できません。"
    />
  );
}
