import type { ComponentChildren } from "preact";
import { type Employee, fullName } from "../../domain/employee.ts";
import type { HistoryEntry } from "../../domain/history.ts";
import { EXCLUSION_LABELS, type Request } from "../../domain/request.ts";
import { MemoAdder } from "../../islands/MemoAdder.tsx";
import { RequestHistory } from "../../islands/RequestHistory.tsx";
import { Card } from "../Card.tsx";
import { DefinitionList } from "../DefinitionList.tsx";
import { REQUEST_SCREENS } from "../help/request_screens.ts";
import { PageTitle } from "../PageTitle.tsx";
import { absoluteTime } from "../relative_time.ts";
import { CorrectionCard } from "./CorrectionCard.tsx";
import { MemoList } from "./MemoList.tsx";
import { RequestStatusLabel } from "./RequestLabels.tsx";
import { ReviewTable } from "./ReviewTable.tsx";

/** What this person can do about a 依頼 of the current year. */
export interface RequestTools {
  /** Address of the 依頼詳細. */
  home: string;
  /** Where dialogs come back to: the tab that is open. */
  returnTo: string;
  /** 操作履歴, oldest first. */
  history: HistoryEntry[];
  /** May delete documents. */
  mayDelete: boolean;
}

interface Props {
  group: { id: string; name: string };
  /** Address of the 依頼一覧 that it belongs to. */
  list: string;
  employee: Employee;
  request: Request;
  /** Null: a past year, to be read. */
  tools: RequestTools | null;
  /** 収集情報. */
  children: ComponentChildren;
}

/**
 * 依頼詳細 (reference/screens.md §4.6): who the person is at the left, where documents, corrections and memos stand at
 * the right; 収集情報 below.
 */
export function RequestDetail({ group, list, employee, request, tools, children }: Props) {
  return (
    <>
      <PageTitle
        back={{ href: list, label: `${group.name}の依頼一覧に戻る` }}
        label={<RequestStatusLabel status={request.status} />}
        title={fullName(employee)}
        help={REQUEST_SCREENS.request}
      >
        {tools && <RequestHistory home={tools.home} entries={tools.history} />}
      </PageTitle>
      <div class="grid gap-8 wide:grid-cols-[20rem_minmax(0,1fr)]">
        <Card title="従業員">
          <DefinitionList items={personItems(employee, request)} />
        </Card>
        <div class="min-w-0">
          <Card title="書類確認状況" flush>
            <ReviewTable request={request} tools={tools} />
          </Card>
          {tools && <CorrectionCard request={request} {...tools} />}
          <Card title="管理者メモ">
            {tools && (
              <div class="mb-4">
                <MemoAdder home={tools.home} returnTo={tools.returnTo} />
              </div>
            )}
            <MemoList memos={request.memos} />
          </Card>
        </div>
      </div>
      <div class="mt-8">{children}</div>
    </>
  );
}

function personItems(employee: Employee, request: Request) {
  const { address } = employee;
  return [
    { term: "社員番号", value: employee.code },
    { term: "氏名（ヨミガナ）", value: `${employee.lastNameKana} ${employee.firstNameKana}` },
    { term: "部署", value: employee.department ?? "" },
    { term: "雇用形態", value: employee.employmentType ?? "" },
    { term: "事業所", value: employee.establishment ?? "" },
    { term: "生年月日", value: employee.birthOn?.replaceAll("-", "/") ?? "" },
    {
      term: "住所",
      value: address
        ? `〒${address.zip} ${address.prefecture}${address.city}${address.street} ${address.building}`.trim()
        : "",
    },
    { term: "対象外", value: request.exclusion ? EXCLUSION_LABELS[request.exclusion] : "" },
    {
      term: "差戻し日",
      value: request.returnedAt === null ? "" : absoluteTime(request.returnedAt).slice(0, 10),
    },
  ].map((item) => ({ ...item, value: item.value === "" ? "-" : item.value }));
}
