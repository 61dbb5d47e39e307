import type { Person } from "../declaration/person.ts";
import { fullName } from "../employee.ts";
import type { Contract, ContractKind } from "../insurance.ts";
import { divisionLabel } from "../insurance_labels.ts";
import { japaneseYear } from "../japanese_year.ts";
import type { NewAndOld } from "../tax/mod.ts";
import { type Box, type Form, markBox, type Part, partOf, rowsOf, sumBox, textBox, yenBox } from "./box.ts";
import type { Filling } from "./context.ts";
import { headPart } from "./head.ts";
import { formulaName, lifeFormulas } from "./life_formulas.ts";
import { dayText } from "./values.ts";

/** 給与所得者の保険料控除申告書 (reference/form-fields.md §5, tax-and-forms-2026.md §2.3). */
export function insuranceForm(filling: Filling): Form {
  const { collected: { insurance }, figures: { insurance: { life, earthquake, social } }, tax } = filling;
  const of = (kind: ContractKind) => insurance.contracts.filter((contract) => contract.kind === kind);
  const contracts = (kind: ContractKind, boxesOf: (contract: Contract) => Box[]) =>
    of(kind).map((contract, n) => ({
      title: `${n + 1}件目 ${contract.company}`.trim(),
      boxes: boxesOf(contract),
    }));
  const { new: newFormula, under23, old } = lifeFormulas(tax);
  const byNew = formulaName(newFormula);
  const byOld = formulaName(old);
  return {
    document: "insurance",
    year: tax.year,
    title: `${japaneseYear(tax.year)}分 給与所得者の保険料控除申告書`,
    generation: tax.year >= 2026 ? "from_2026" : "until_2025",
    parts: [
      headPart(filling, []),
      rowsOf("life", "一般の生命保険料", {
        paperRows: 4,
        rows: contracts("life", (one) => [...lifeBoxes(one), divisionBox(one), amountBox(one)]),
        boxes: [
          ...sums(life.general, "AB①②③イ", [under23 ? `${byNew}又は${under23.numeral}` : byNew, byOld]),
          ...under23Boxes(filling),
        ],
      }),
      rowsOf("care", "介護医療保険料", {
        paperRows: 3,
        rows: contracts("care", (one) => [...lifeBoxes(one), amountBox(one)]),
        boxes: [
          sumBox("sum", "C 保険料等の金額の合計額", life.care.sum),
          sumBox("deduction", `ロ ${byNew}に当てはめた金額`, life.care.deduction),
        ],
      }),
      rowsOf("pension", "個人年金保険料", {
        paperRows: 3,
        rows: contracts("pension", (one) => [
          ...lifeBoxes(one, "年金支払期間"),
          textBox("starts", "支払開始日", dayText(one.paymentStartsOn)),
          divisionBox(one),
          amountBox(one),
        ]),
        boxes: sums(life.pension, "DE④⑤⑥ハ", [byNew, byOld]),
      }),
      partOf("life_total", "生命保険料控除額", [
        sumBox("deduction", "生命保険料控除額 計（イ＋ロ＋ハ）", life.total),
      ]),
      rowsOf("earthquake", "地震保険料控除", {
        paperRows: 2,
        rows: contracts("earthquake", quakeBoxes),
        boxes: [
          sumBox("quake_sum", "B 地震保険料の金額の合計額", earthquake.quakeSum),
          sumBox("old_sum", "C 旧長期損害保険料の金額の合計額", earthquake.oldLongTermSum),
          sumBox("by_quake", "Bの金額による控除額", earthquake.byQuake),
          sumBox("by_old", "Cの金額による控除額", earthquake.byOldLongTerm),
          sumBox("deduction", "地震保険料控除額", earthquake.deduction),
        ],
      }),
      rowsOf("social", "社会保険料控除", {
        paperRows: 3,
        rows: contracts("social", socialBoxes),
        boxes: [sumBox("deduction", "合計（控除額）", social.deduction)],
      }),
      mutualAidPart(filling),
    ],
  };
}

function lifeBoxes(one: Contract, period = "保険期間"): Box[] {
  return [
    textBox("company", "保険会社等の名称", one.company),
    textBox("type", "保険等の種類", one.type),
    textBox("period", period, one.period),
    textBox("holder", "契約者の氏名", one.holder),
    textBox("beneficiary", "受取人の氏名", one.beneficiary),
    textBox("relation", "受取人の続柄", one.relation),
  ];
}

function divisionBox(one: Contract): Box {
  return textBox("division", "新・旧の区分", divisionLabel(one));
}

function amountBox({ amount }: Contract): Box {
  return yenBox("amount", "保険料等の金額（a）", amount);
}

/** The sums of 一般 and 個人年金; `letters`: those of the six boxes; `formulas`: for new contracts and for old ones. */
function sums(
  boxes: NewAndOld,
  letters: string,
  [newFormula, oldFormula]: readonly [string, string],
): Box[] {
  const [newSum, oldSum, byNew, byOld, both, deduction] = letters;
  return [
    sumBox("new_sum", `${newSum} 新保険料等の金額の合計額`, boxes.newSum),
    sumBox("old_sum", `${oldSum} 旧保険料等の金額の合計額`, boxes.oldSum),
    sumBox("by_new", `${byNew} ${newFormula}に当てはめた金額`, boxes.byNew),
    sumBox("by_old", `${byOld} ${oldFormula}に当てはめた金額`, boxes.byOld),
    sumBox("both", `${both} 計（${byNew}＋${byOld}）`, boxes.both),
    sumBox("deduction", `${deduction} ${byOld}と${both}のいずれか大きい金額`, boxes.deduction),
  ];
}

/** 年齢23歳未満の扶養親族を有する場合の特例, new in 令和8年分; what the box holds beside its tick was not found. */
function under23Boxes({ collected: { declaration }, figures, tax }: Filling): Box[] {
  if (tax.year < 2026) return [];
  const { under23 } = figures.insurance.life;
  const { under23Person: id } = declaration.insurance;
  const people: Pick<Person, "id" | "lastName" | "firstName">[] = [
    ...declaration.family.people,
    ...declaration.family.shared,
  ];
  const person = under23 ? people.find((one) => one.id === id) : undefined;
  return [
    markBox("under_23", "年齢23歳未満の扶養親族を有する場合の特例", under23),
    textBox("under_23_name", "年齢23歳未満の扶養親族の氏名", person ? fullName(person) : ""),
  ];
}

function quakeBoxes(one: Contract): Box[] {
  return [
    textBox("company", "保険会社等の名称", one.company),
    textBox("type", "保険等の種類", one.type),
    textBox("period", "保険期間", one.period),
    textBox("holder", "契約者の氏名", one.holder),
    textBox("beneficiary", "居住者・家財の利用者等の氏名", one.beneficiary),
    textBox("relation", "居住者・家財の利用者等の続柄", one.relation),
    textBox("division", "地震保険料・旧長期損害保険料の区分", divisionLabel(one)),
    yenBox("amount", "支払った保険料", one.amount),
  ];
}

function socialBoxes(one: Contract): Box[] {
  return [
    textBox("type", "社会保険の種類", one.type === "" ? divisionLabel(one) : one.type),
    textBox("company", "保険料支払先の名称", one.company),
    textBox("holder", "負担することになっている人の氏名", one.holder),
    textBox("relation", "負担することになっている人の続柄", one.relation),
    yenBox("amount", "支払った保険料の金額", one.amount),
  ];
}

function mutualAidPart({ figures: { insurance: { mutualAid } } }: Filling): Part {
  return partOf("mutual_aid", "小規模企業共済等掛金控除", [
    sumBox(
      "small_business",
      "独立行政法人中小企業基盤整備機構の共済契約の掛金",
      mutualAid.smallBusiness,
    ),
    sumBox("corporate", "企業型年金加入者掛金", mutualAid.corporate),
    sumBox("individual", "個人型年金加入者掛金", mutualAid.individual),
    sumBox("disabled", "心身障害者扶養共済制度に関する契約の掛金", mutualAid.disabled),
    sumBox("deduction", "合計（控除額）", mutualAid.deduction),
  ]);
}
