import type { ProviderProbe } from "../../domain/sign_in_settings.ts";
import { Probes } from "../settings/Probes.tsx";

/** What a connection test of an identity provider found. */
export function ProbeList({ probes }: { probes: readonly ProviderProbe[] }) {
  const failed = probes.some(({ problem }) => problem !== null);
  return <Probes probes={probes} headline={failed ? "確認できない項目があります。" : "接続できました。"} />;
}
