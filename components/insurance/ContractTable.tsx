import type { Contract } from "../../domain/insurance.ts";
import { CONTRACT_SOURCE_LABELS, divisionLabel, editableLabel, yen } from "../../domain/insurance_labels.ts";
import { cls } from "../cls.ts";
import { type Column, Table } from "../Table.tsx";

const ANYWHERE = cls("[overflow-wrap:anywhere]");

const COLUMNS: readonly Column<Contract>[] = [
  {
    key: "company",
    label: "保険会社等の名称",
    rowHeader: true,
    class: ANYWHERE,
    render: ({ company, policyNumber }) => (
      <>
        {company || "-"}
        {policyNumber && <span class="block text-sm text-ink-soft">証券番号 {policyNumber}</span>}
      </>
    ),
  },
  { key: "division", label: "区分", class: ANYWHERE, render: (one) => divisionLabel(one) || "-" },
  {
    key: "type",
    label: "種類・期間",
    class: ANYWHERE,
    render: ({ type, period, paymentStartsOn }) => (
      <>
        {[type, period].filter(Boolean).join("・") || "-"}
        {paymentStartsOn && (
          <span class="block text-sm text-ink-soft">支払い開始日 {paymentStartsOn.replaceAll("-", "/")}</span>
        )}
      </>
    ),
  },
  {
    key: "people",
    label: "契約者・受取人",
    class: ANYWHERE,
    render: (contract) => (
      <>
        {contract.holder || "-"}
        {beneficiary(contract) && <span class="block text-sm text-ink-soft">{beneficiary(contract)}</span>}
      </>
    ),
  },
  {
    key: "amount",
    label: "保険料金額",
    numeric: true,
    class: cls("whitespace-nowrap"),
    render: ({ amount }) => yen(amount),
  },
  {
    key: "source",
    label: "登録元",
    render: ({ source, editable }) => (
      <>
        {CONTRACT_SOURCE_LABELS[source]}
        <span class="block text-sm text-ink-soft">従業員による情報の編集：{editableLabel(editable)}</span>
      </>
    ),
  },
];

/** 受取人 with 続柄; of 社会保険, which names no 受取人, the 続柄 of the 契約者. */
function beneficiary({ kind, beneficiary, relation }: Contract): string {
  if (kind === "social") return relation && `続柄 ${relation}`;
  if (beneficiary === "" && relation === "") return "";
  return `受取人 ${beneficiary || "-"}${relation && `（${relation}）`}`;
}

/** The contracts of one kind. */
export function ContractTable({ caption, contracts }: { caption: string; contracts: readonly Contract[] }) {
  return <Table caption={caption} columns={COLUMNS} rows={contracts} rowKey={({ id }) => id} />;
}
