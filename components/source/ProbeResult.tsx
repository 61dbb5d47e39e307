import { explain } from "../../domain/reasons.ts";
import type { Probe } from "../../domain/source_settings.ts";
import { cls } from "../cls.ts";
import { Icon } from "../Icon.tsx";
import { NotificationBar } from "../NotificationBar.tsx";

/** What a connection test found, line by line. */
export function ProbeResult({ probes }: { probes: readonly Probe[] }) {
  if (probes.length === 0) {
    return <NotificationBar tone="info">連携しない場合は、確認することはありません。</NotificationBar>;
  }
  const failed = probes.some(({ problem }) => problem !== null);
  const none = probes.every(({ problem }) => problem !== null);
  return (
    <NotificationBar tone={failed ? "error" : "success"}>
      <p class="font-bold">
        {none ? "接続できませんでした。" : failed ? "取得できない情報があります。" : "接続できました。"}
      </p>
      <ul class="grid gap-2 mt-2">
        {probes.map((probe) => <ProbeLine key={probe.what} {...probe} />)}
      </ul>
    </NotificationBar>
  );
}

function ProbeLine({ what, found, problem }: Probe) {
  const reason = problem && explain(problem.code, problem.params);
  return (
    <li class="flex items-start gap-2">
      <span class={cls("mt-1", reason ? "text-danger" : "text-matcha")}>
        <Icon name={reason ? "error" : "check"} />
      </span>
      <span>
        <span class="font-bold">{what}</span>：{reason
          ? `取得できません。${reason.cause}。${reason.remedy}。`
          : `取得できました（${found}）`}
      </span>
    </li>
  );
}
