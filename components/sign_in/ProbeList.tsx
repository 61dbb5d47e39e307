import { explain } from "../../domain/reasons.ts";
import type { ProviderProbe } from "../../domain/sign_in_settings.ts";
import { cls } from "../cls.ts";
import { Icon } from "../Icon.tsx";
import { NotificationBar } from "../NotificationBar.tsx";

/** What a connection test found, line by line. */
export function ProbeList({ probes }: { probes: readonly ProviderProbe[] }) {
  const failed = probes.some(({ problem }) => problem !== null);
  return (
    <NotificationBar tone={failed ? "error" : "success"}>
      <p class="font-bold">{failed ? "確認できない項目があります。" : "接続できました。"}</p>
      <ul class="grid gap-2 mt-2">
        {probes.map((probe) => <ProbeLine key={probe.what} {...probe} />)}
      </ul>
    </NotificationBar>
  );
}

function ProbeLine({ what, found, problem }: ProviderProbe) {
  const reason = problem && explain(problem.code, problem.params);
  return (
    <li class="flex items-start gap-2">
      <span class={cls("mt-1", reason ? "text-danger" : "text-matcha")}>
        <Icon name={reason ? "error" : "check"} />
      </span>
      <span class="min-w-0">
        <span class="font-bold">{what}</span>：{reason ? `${reason.cause}。${reason.remedy}。` : found}
      </span>
    </li>
  );
}
