import type { HousingLoanFigures } from "../declaration/computed/housing_loan.ts";
import type { HousingLoan } from "../housing_loan.ts";
import { ACQUISITION_LABELS, APPLICATION_LABELS } from "../housing_loan_items.ts";
import { type Box, figureBox, type Part, partOf, textBox, yenBox } from "./box.ts";
import { dayText } from "./values.ts";

/** What the tax office certified (証明書, the lower half), as it was entered. */
export function certificatePart(loan: HousingLoan, figures: HousingLoanFigures): Part {
  return partOf("certificate", "証明書（書類下部）", [
    textBox(
      "i",
      "イ 居住開始年月日（新築又は購入）",
      loan.column === "purchase" ? dayText(loan.movedInOn) : "",
    ),
    ...(loan.form === "old" ? oldHome(loan) : laterHome(loan, figures)),
    textBox(
      "chi",
      "チ 居住開始年月日（増改築等）",
      loan.column === "renovation" ? dayText(loan.movedInOn) : "",
    ),
    ...(loan.form === "old" ? oldRenovation(loan) : laterRenovation(loan, figures)),
    textBox("acquisition", "特定取得の区分", ACQUISITION_LABELS[loan.acquisition]),
    textBox("application", "控除額適用区分", APPLICATION_LABELS[loan.application]),
  ]);
}

function oldHome(loan: HousingLoan): Box[] {
  return [
    yenBox("ro", "ロ 家屋の取得対価の額", loan.housePrice),
    figureBox("ha", "ハ 家屋の総床面積又は総面積", loan.houseArea, "㎡"),
    figureBox("ni", "ニ 家屋の居住用部分の床面積又は面積", loan.houseOwnArea, "㎡"),
    yenBox("ho", "ホ 土地等の取得対価の額", loan.landPrice),
    figureBox("he", "ヘ 土地等の総床面積又は総面積", loan.landArea, "㎡"),
    figureBox("to", "ト 土地等の居住用部分の床面積又は面積", loan.landOwnArea, "㎡"),
  ];
}

function oldRenovation(loan: HousingLoan): Box[] {
  return [
    yenBox("ri", "リ 増改築等の費用の額", loan.renovationCost),
    yenBox("nu", "ヌ リのうち居住用部分の費用の額", loan.renovationOwnCost),
    yenBox("ru", "ル 特定増改築等の費用の額", loan.specialRenovationCost),
    yenBox("wo", "ヲ （参考）適用初年分の住宅借入金等特別控除額", loan.firstYearDeduction),
  ];
}

function laterHome(loan: HousingLoan, { houseShare, landShare }: HousingLoanFigures): Box[] {
  return [
    yenBox("ro", "ロ 家屋に関する事項 取得対価の額", loan.housePrice),
    figureBox("ha", "ハ 家屋に関する事項 居住用割合", tenth(houseShare), "%"),
    figureBox("ni", "ニ 家屋に関する事項 連帯債務割合", loan.houseDebtShare, "%"),
    yenBox("ho", "ホ 土地等に関する事項 取得対価の額", loan.landPrice),
    figureBox("he", "ヘ 土地等に関する事項 居住用割合", tenth(landShare), "%"),
    figureBox("to", "ト 土地等に関する事項 連帯債務割合", loan.landDebtShare, "%"),
  ];
}

function laterRenovation(loan: HousingLoan, { renovationShare }: HousingLoanFigures): Box[] {
  return [
    yenBox("ri", "リ 増改築等の費用の額", loan.renovationCost),
    yenBox("nu", "ヌ 特定増改築等の費用の額", loan.specialRenovationCost),
    figureBox("ru", "ル 増改築等の居住用割合", tenth(renovationShare), "%"),
    figureBox("renovation_debt", "増改築等の連帯債務割合", loan.renovationDebtShare, "%"),
    yenBox("first_year", "（参考）適用初年分の住宅借入金等特別控除額", loan.firstYearDeduction),
  ];
}

/** Thousandths as a percentage. */
function tenth(thousandths: number | null): number | null {
  return thousandths === null ? null : thousandths / 10;
}
