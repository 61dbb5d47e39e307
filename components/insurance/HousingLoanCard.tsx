import type { HousingLoan } from "../../domain/housing_loan.ts";
import { housingLoanItems } from "../../domain/housing_loan_items.ts";
import { Card } from "../Card.tsx";
import { ItemList } from "../members/ItemList.tsx";

/** 住宅借入金等特別控除 of a person, as last year left it or as it is declared; null: none. */
export function HousingLoanCard({ loan }: { loan: HousingLoan | null }) {
  return (
    <Card title="住宅借入金等特別控除">
      {loan ? <ItemList items={housingLoanItems(loan)} /> : <p>登録されている住宅借入金はありません。</p>}
    </Card>
  );
}
