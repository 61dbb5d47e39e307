import type { IncomeFigures } from "../declaration/computed/income.ts";
import { adjustmentPart } from "./adjustment.ts";
import { type Box, type Form, markBox, type Part, partOf, rowsOf, textBox, yenBox } from "./box.ts";
import type { Filling } from "./context.ts";
import { headPart } from "./head.ts";
import { familyBoxes, homeText, remittanceText, rowTitle } from "./people.ts";
import { relativesIn } from "./relatives.ts";
import { japaneseYear } from "../japanese_year.ts";
import { basicLines, type TaxYear } from "../tax/mod.ts";
import { bandText, bandTexts, tenThousands } from "./values.ts";

/**
 * 基・配・所, from 令和7年分 on 基・配・特・所: the declarations on one sheet (reference/form-fields.md §4,
 * tax-and-forms-2026.md §2.2).
 */
export function basicForm(filling: Filling): Form {
  const { year } = filling.tax;
  const withRelatives = filling.tax.specificRelative !== null;
  const names = [
    "基礎控除申告書",
    "配偶者控除等申告書",
    ...(withRelatives ? ["特定親族特別控除申告書"] : []),
    "所得金額調整控除申告書",
  ];
  return {
    document: "basic_spouse_adjustment",
    year,
    title: `${japaneseYear(year)}分 給与所得者の${names.join(" 兼 ")}`,
    generation: withRelatives ? "from_2025" : "until_2024",
    parts: [
      headPart(filling, []),
      basicPart(filling),
      spousePart(filling),
      ...(withRelatives ? [specificPart(filling)] : []),
      adjustmentPart(filling),
    ],
  };
}

function basicPart({ figures: { thisYear: { self } }, tax }: Filling): Part {
  const { income, totalIncome } = self;
  return partOf("basic", "基礎控除申告書", [
    yenBox("salary", "給与所得 収入金額", income.salary),
    yenBox("salary_income", "給与所得 所得金額", income.adjustedSalaryIncome),
    yenBox("other_income", "給与所得以外の所得の合計額", income.otherIncome),
    yenBox("total_income", "あなたの本年中の合計所得金額の見積額", totalIncome),
    textBox("band", "控除額の計算", totalIncome === null ? "" : bandText(basicLines(tax), totalIncome)),
    textBox("class", "区分Ⅰ", self.band),
    yenBox("deduction", "基礎控除の額", self.basic),
  ]);
}

const SPOUSE_BANDS = ["①", "②", "③", "④"] as const;

/** Blank where neither 配偶者控除 nor 配偶者特別控除 is given. */
function spousePart(filling: Filling): Part {
  const { collected: { declaration }, figures: { thisYear: { spouse: figure } } } = filling;
  const deduction = figure?.deduction ?? null;
  const person = deduction && deduction.kind !== "none" ? declaration.spouse.person : null;
  const said = person?.thisYear ?? null;
  const given = (kind: "spouse" | "special") =>
    person && deduction!.kind === kind ? deduction!.deduction : null;
  return partOf("spouse", "配偶者控除等申告書", [
    ...familyBoxes(person),
    textBox("address", "住所又は居所", said && homeText(said, filling)),
    markBox("abroad", "非居住者である配偶者", !!said?.abroad),
    textBox("support", "生計を一にする事実", said && remittanceText(said)),
    ...incomeBoxes(person ? figure!.income : null),
    yenBox("total_income", "配偶者の本年中の合計所得金額の見積額", person && figure!.income.total),
    markBox("elderly", "老人控除対象配偶者", person !== null && deduction!.elderly),
    textBox("judgement", "判定", person && spouseJudgements(filling.tax)[deduction!.spouseBand! - 1]!),
    textBox("class", "区分Ⅱ", person && SPOUSE_BANDS[deduction!.spouseBand! - 1]!),
    yenBox("deduction", "配偶者控除の額", given("spouse")),
    yenBox("special_deduction", "配偶者特別控除の額", given("special")),
  ]);
}

/** 判定 of ① to ④: what income and age of a spouse they are of, in words. */
export function spouseJudgements({ dependantLimit, spouse }: TaxYear): string[] {
  const { fullSpecialLimit, specialLimit } = spouse;
  return [
    `${tenThousands(dependantLimit)}以下かつ年齢70歳以上`,
    `${tenThousands(dependantLimit)}以下かつ年齢70歳未満`,
    ...bandTexts([{ upTo: fullSpecialLimit }, { upTo: specialLimit }], dependantLimit),
  ];
}

/** The paper's rows are not known; the real system holds three people. */
function specificPart(filling: Filling): Part {
  const { dependantLimit, specificRelative } = filling.tax;
  const { limit = 0, bands = [] } = specificRelative ?? {};
  const people = relativesIn(filling, ({ claimed }) => claimed === "specific_relative");
  return rowsOf("specific", "特定親族特別控除申告書", {
    paperRows: 3,
    rows: people.map(({ person, figures }, n) => ({
      title: rowTitle(n, person),
      boxes: [
        ...familyBoxes(person),
        textBox("relation", "続柄", person.relation.name),
        textBox("address", "住所又は居所", homeText(person.thisYear, filling)),
        markBox("abroad", "非居住者である特定親族", person.thisYear.abroad !== null),
        textBox("support", "生計を一にする事実", remittanceText(person.thisYear)),
        ...incomeBoxes(figures.income),
        yenBox("total_income", "合計所得金額の見積額", figures.income.total),
        textBox(
          "band",
          "控除額の計算",
          bandText(bands, Math.min(figures.income.total ?? 0, limit), dependantLimit),
        ),
        yenBox("deduction", "特定親族特別控除の額", figures.specialDeduction),
      ],
    })),
  });
}

/** (1) 給与所得 and (2) the others of a spouse or relative; null: nobody. */
function incomeBoxes(income: IncomeFigures | null): Box[] {
  return [
    yenBox("salary", "給与所得 収入金額", income && income.salary),
    yenBox("salary_income", "給与所得 所得金額", income && income.salaryIncome),
    yenBox("other_income", "給与所得以外の所得の合計額", income && income.otherIncome),
  ];
}
