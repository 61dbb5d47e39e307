import { fullName } from "../../domain/employee.ts";
import type { FamilyMember } from "../../domain/family.ts";
import {
  relativeItems,
  SOCIAL_SUPPORT_LABELS,
  supportItems,
  TAX_SUPPORT_LABELS,
} from "../../domain/master_items.ts";
import { Card } from "../Card.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { Icon } from "../Icon.tsx";
import { ItemList } from "./ItemList.tsx";

/** 家族 with 扶養状況, as the master said when the employee was taken in; each opens to all items. */
export function FamilyCard({ family }: { family: readonly FamilyMember[] }) {
  return (
    <Card title="家族" flush>
      {family.length === 0 && <EmptyState title="登録されている家族はいません。" />}
      {family.map((one) => <Relative key={one.sourceId} one={one} />)}
    </Card>
  );
}

function Relative({ one }: { one: FamilyMember }) {
  return (
    <details class="group border-t first:border-t-0">
      <summary class="flex items-center gap-2 px-4 py-3 cursor-pointer hover:bg-paper">
        <span class="flex-1 [overflow-wrap:anywhere]">
          <span class="font-bold">{one.relation.name} {fullName(one)}</span>{" "}
          <span class="ml-2 text-sm text-ink-soft">{inShort(one)}</span>
        </span>
        <Icon name="chevron" class="w-4 h-4 text-main group-open:rotate-180" />
      </summary>
      <div class="px-4 pb-4 wide:px-6">
        <ItemList items={[...relativeItems(one), ...supportItems(one)]} />
      </div>
    </details>
  );
}

function inShort({ livingTogether, socialSupport, taxSupport }: FamilyMember): string {
  const social = socialSupport ? SOCIAL_SUPPORT_LABELS[socialSupport] : "-";
  const tax = taxSupport ? TAX_SUPPORT_LABELS[taxSupport] : "-";
  return `${livingTogether ? "同居" : "別居"}／社会保険の扶養：${social}／税法上の扶養：${tax}`;
}
