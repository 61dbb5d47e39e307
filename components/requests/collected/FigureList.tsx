import type { FigureGroup } from "../../../domain/declaration/part_figures.ts";
import { Card } from "../../Card.tsx";

/** What nobody entered and follows from 収集情報, by year or person. */
export function FigureList({ groups }: { groups: readonly FigureGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <Card title="計算結果">
      <div class="grid gap-x-8 gap-y-6 wide:grid-cols-2">
        {groups.map(({ title, figures }) => (
          <section key={title}>
            <h3 class="font-bold mb-1 [overflow-wrap:anywhere]">{title}</h3>
            <dl>
              {figures.map(({ label, value }) => (
                <div
                  key={label}
                  class="flex flex-wrap items-baseline justify-between gap-x-4 py-1 border-b border-dotted"
                >
                  <dt class="text-sm text-ink-soft">{label}</dt>
                  <dd class="ml-auto text-right tabular-nums">{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Card>
  );
}
