import type { Baseline } from "../../domain/baseline.ts";
import { selfItems } from "../../domain/master_items.ts";
import { Card } from "../Card.tsx";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { ItemList } from "./ItemList.tsx";

/** What the master said of an employee when they were taken in; null: taken in by a version that did not keep it. */
export function BaselineCard({ baseline }: { baseline: Baseline | null }) {
  return (
    <Card title="差分確認用の基準">
      {baseline ? <Kept baseline={baseline} /> : (
        <p>
          この従業員を追加したときの内容は保存されていません。差分を確認するには、対象従業員から削除してから同期し直してください。
        </p>
      )}
    </Card>
  );
}

function Kept({ baseline: { takenAt, self } }: { baseline: Baseline }) {
  return (
    <>
      <p>
        差分確認用基準日時：<AbsoluteTime at={takenAt} />
      </p>
      <p class="mt-1 text-sm text-ink-soft">
        追加したときの基本機能の内容です。その後の同期では変わりません。
      </p>
      {selfItems(self).map(({ title, items }) => (
        <section key={title} class="mt-6">
          <h3 class="font-bold mb-1">{title}</h3>
          <ItemList items={items} />
        </section>
      ))}
    </>
  );
}
