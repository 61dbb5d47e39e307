import type { Baseline } from "../../domain/baseline.ts";
import { type Employee, fullName } from "../../domain/employee.ts";
import type { HousingLoan } from "../../domain/housing_loan.ts";
import type { Insurance } from "../../domain/insurance.ts";
import { EMPLOYMENT_STATUS_LABELS } from "../../domain/master_items.ts";
import type { NumberState } from "../../domain/my_number.ts";
import { LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { DefinitionList } from "../DefinitionList.tsx";
import { PEOPLE_SCREENS } from "../help/people_screens.ts";
import { HousingLoanCard } from "../insurance/HousingLoanCard.tsx";
import { InsuranceSection } from "../insurance/InsuranceSection.tsx";
import { NumberStates } from "../my_numbers/NumberStates.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { BaselineCard } from "./BaselineCard.tsx";
import { FamilyCard } from "./FamilyCard.tsx";

export interface EmployeeDetailProps {
  employee: Employee;
  /** The 依頼グループ; null: in none. */
  group: { id: string; name: string } | null;
  /** The account with this 社員番号, which answers at /my; null: there is none yet. */
  account: string | null;
  baseline: Baseline | null;
  insurance: Insurance;
  /** Null: there is none. */
  housingLoan: HousingLoan | null;
  /** Whose マイナンバー there is. */
  numbers: NumberState[];
  /** 従業員による情報の編集 of 企業型確定拠出年金掛金 was changed just now. */
  dcChanged: boolean;
}

/** A target: who they are now, and what was kept when they were taken in. */
export function EmployeeDetail(
  { employee, group, account, baseline, insurance, housingLoan, numbers, dcChanged }: EmployeeDetailProps,
) {
  return (
    <>
      <PageTitle
        back={{ href: "/employees", label: "対象従業員設定に戻る" }}
        title={fullName(employee)}
        help={PEOPLE_SCREENS.employee}
      >
        <AccountLink employee={employee} account={account} />
      </PageTitle>
      <div class="grid gap-8 wide:grid-cols-[20rem_minmax(0,1fr)]">
        <Card title="従業員情報">
          <DefinitionList items={personItems(employee, group)} />
        </Card>
        <div class="min-w-0">
          <BaselineCard baseline={baseline} />
          {baseline && <FamilyCard family={baseline.family} />}
          <Card title="マイナンバー" flush>
            <NumberStates states={numbers} />
          </Card>
        </div>
      </div>
      <div class="mt-8">
        <InsuranceSection
          insurance={insurance}
          dcAction={`/employees/${employee.id}/dc`}
          changed={dcChanged}
        />
        <HousingLoanCard loan={housingLoan} />
      </div>
    </>
  );
}

function personItems(employee: Employee, group: EmployeeDetailProps["group"]) {
  const items = [
    { term: "社員番号", value: employee.code },
    { term: "氏名（ヨミガナ）", value: `${employee.lastNameKana} ${employee.firstNameKana}` },
    { term: "部署", value: employee.department },
    { term: "雇用形態", value: employee.employmentType },
    { term: "所属事業所", value: employee.establishment },
    { term: "在籍状況", value: EMPLOYMENT_STATUS_LABELS[employee.status] },
    { term: "退職年月日", value: employee.resignedOn?.replaceAll("-", "/") },
    { term: "アカウント", value: accountText(employee) },
    {
      term: "依頼グループ",
      value: group && <a href={`/groups/${group.id}/requests/${employee.id}`}>{group.name}</a>,
    },
    { term: "追加した日時", value: <AbsoluteTime at={employee.syncedAt} /> },
  ];
  return items.map(({ term, value }) => ({ term, value: value || "-" }));
}

function accountText({ account }: Employee): string {
  if (!account) return "未設定";
  return account.email ?? "社員番号アカウント";
}

/** Where an employee is let in to answer, or where that was done. */
function AccountLink({ employee, account }: Pick<EmployeeDetailProps, "employee" | "account">) {
  return account === null
    ? <LinkButton href={`/settings/accounts?employee=${employee.id}`}>アカウントに招待</LinkButton>
    : <LinkButton href={`/settings/accounts/${account}`}>アカウントを見る</LinkButton>;
}
