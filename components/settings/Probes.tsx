import type { Probe } from "../../domain/source_settings.ts";
import { explain } from "../../domain/reasons.ts";
import { cls } from "../cls.ts";
import { Icon } from "../Icon.tsx";
import { NotificationBar } from "../NotificationBar.tsx";

interface Props {
  probes: readonly Probe[];
  /** Said above the lines. */
  headline: string;
  /** How the line says what was found; by itself where absent. */
  foundText?(found: string): string;
  /** Said before the reason of a problem. */
  problemLead?: string;
}

/** What a test of a connection found, line by line. */
export function Probes({ probes, headline, foundText = (found) => found, problemLead = "" }: Props) {
  const failed = probes.some(({ problem }) => problem !== null);
  return (
    <NotificationBar tone={failed ? "error" : "success"}>
      <p class="font-bold">{headline}</p>
      <ul class="grid gap-2 mt-2">
        {probes.map(({ what, found, problem }) => (
          <Line
            key={what}
            what={what}
            failed={problem !== null}
            text={problem ? problemLead + remedyOf(problem) : foundText(found ?? "")}
          />
        ))}
      </ul>
    </NotificationBar>
  );
}

function remedyOf({ code, params }: NonNullable<Probe["problem"]>): string {
  const { cause, remedy } = explain(code, params);
  return `${cause}。${remedy}。`;
}

function Line({ what, failed, text }: { what: string; failed: boolean; text: string }) {
  return (
    <li class="flex items-start gap-2">
      <span class={cls("mt-1", failed ? "text-danger" : "text-matcha")}>
        <Icon name={failed ? "error" : "check"} />
      </span>
      <span class="min-w-0">
        <span class="font-bold">{what}</span>：{text}
      </span>
    </li>
  );
}
