import { type Employee, fullName } from "../../domain/employee.ts";
import type { HousingLoan } from "../../domain/housing_loan.ts";
import type { Insurance } from "../../domain/insurance.ts";
import { EXCLUSION_LABELS, type Request } from "../../domain/request.ts";
import { Card } from "../Card.tsx";
import { DefinitionList } from "../DefinitionList.tsx";
import { HousingLoanCard } from "../insurance/HousingLoanCard.tsx";
import { InsuranceSection } from "../insurance/InsuranceSection.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { absoluteTime } from "../relative_time.ts";
import { MemoList } from "./MemoList.tsx";
import { RequestStatusLabel } from "./RequestLabels.tsx";
import { ReviewTable } from "./ReviewTable.tsx";

interface Props {
  group: { id: string; name: string };
  /** Address of the 依頼一覧 that it belongs to. */
  list: string;
  employee: Employee;
  request: Request;
  insurance: Insurance;
  /** Null: there is none. */
  housingLoan: HousingLoan | null;
}

/** 依頼詳細: who the person is at the left, where documents, 前職情報 and memos stand at the right; 保険情報 and 住宅借入金 below. */
export function RequestDetail({ group, list, employee, request, insurance, housingLoan }: Props) {
  return (
    <>
      <PageTitle
        back={{ href: list, label: `${group.name}の依頼一覧に戻る` }}
        label={<RequestStatusLabel status={request.status} />}
        title={fullName(employee)}
      />
      <div class="grid gap-8 wide:grid-cols-[20rem_minmax(0,1fr)]">
        <Card title="本人情報">
          <DefinitionList items={personItems(employee, request)} />
        </Card>
        <div class="min-w-0">
          <Card title="書類確認状況" flush>
            <ReviewTable request={request} />
          </Card>
          <Card title="管理者メモ">
            <MemoList memos={request.memos} />
          </Card>
        </div>
      </div>
      <div class="mt-8">
        <InsuranceSection insurance={insurance} dcAction={null} />
        <HousingLoanCard loan={housingLoan} />
      </div>
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
