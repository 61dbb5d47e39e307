import { CONTRACT_KINDS, type Insurance } from "../../domain/insurance.ts";
import { CONTRACT_KIND_LABELS } from "../../domain/insurance_labels.ts";
import { Card } from "../Card.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { NotificationBar } from "../NotificationBar.tsx";
import { ContractTable } from "./ContractTable.tsx";
import { DcContribution } from "./DcContribution.tsx";

interface Props {
  insurance: Insurance;
  /** Where 従業員による情報の編集 of 企業型確定拠出年金掛金 is changed; null: everything is only read. */
  dcAction: string | null;
  /** It was changed just now. */
  changed?: boolean;
}

/** 保険情報 of a person: the contracts by kind, and 企業型確定拠出年金掛金. */
export function InsuranceSection({ insurance: { contracts, dc }, dcAction, changed = false }: Props) {
  const kinds = CONTRACT_KINDS.map((kind) => ({
    label: CONTRACT_KIND_LABELS[kind],
    contracts: contracts.filter((contract) => contract.kind === kind),
  })).filter(({ contracts }) => contracts.length > 0);
  return (
    <>
      <Card title="保険情報" flush>
        {kinds.length === 0 && <EmptyState title="登録されている保険はありません" />}
        {kinds.map(({ label, contracts }) => (
          <section key={label} class="border-t first:border-t-0">
            <h3 class="px-4 pt-4 pb-2 font-bold">{label}（{contracts.length}件）</h3>
            <ContractTable caption={label} contracts={contracts} />
          </section>
        ))}
      </Card>
      <Card title="企業型確定拠出年金掛金">
        {changed && (
          <div class="mb-4">
            <NotificationBar tone="success">従業員による情報の編集を変更しました。</NotificationBar>
          </div>
        )}
        <DcContribution dc={dc} action={dcAction} />
      </Card>
    </>
  );
}
