import {
  ACQUISITIONS,
  APPLICATIONS,
  HOUSING_LOAN_FORMS,
  type HousingLoan,
  housingLoanSchema,
  LOAN_ENERGIES,
  LOAN_HOUSES,
  LOAN_MARKS,
  SPECIAL_WORKS,
} from "../../domain/housing_loan.ts";
import { inOneLine, type Turn } from "./answers_turn.ts";
import { drawAddress } from "./places.ts";

/** 控除額適用区分 that goes with what the tax office printed. */
const APPLICATION_OF: Record<typeof LOAN_MARKS[number], typeof APPLICATIONS[number]> = {
  blank: "home",
  resident: "home",
  special_case: "home",
  renovation: "renovation",
  long_lasting: "certified",
  certified: "certified",
  disaster: "disaster",
};
const MOVED_IN = { old: "2017", new: "2019", from_2022: "2023" } as const;

/** The housing loan of a declaration with amounts; `left`: what last year left of it. Lenders are made up. */
export function answerLoan(turn: Turn, left: HousingLoan | null): HousingLoan {
  const { place, draws } = turn;
  const form = left?.form ?? HOUSING_LOAN_FORMS[place % 3]!;
  const mark = LOAN_MARKS[place % LOAN_MARKS.length]!;
  const work = place % 4 === 3;
  const housePrice = 10_000 * (1800 + draws.int(1800));
  const landPrice = 10_000 * (700 + draws.int(1300));
  return housingLoanSchema.parse({
    v: 1,
    form,
    movedInOn: left?.movedInOn ?? `${MOVED_IN[form]}-0${1 + draws.int(9)}-20`,
    column: work ? "renovation" : "purchase",
    acquisition: ACQUISITIONS[place % ACQUISITIONS.length]!,
    application: APPLICATION_OF[mark],
    mark,
    ...(form === "from_2022"
      ? {
        house: LOAN_HOUSES[place % LOAN_HOUSES.length]!,
        energy: LOAN_ENERGIES[place % LOAN_ENERGIES.length]!,
        withChildren: draws.oneIn(3),
        small: draws.oneIn(9),
      }
      : {}),
    ...areasOf(turn, form),
    ...debtOf(turn, form),
    ...refinancingOf(turn),
    lenders: lendersOf(turn, housePrice),
    balanceReported: form === "from_2022" && draws.oneIn(2),
    housePrice,
    landPrice,
    ...workOf(turn, form),
    firstYearDeduction: 100_000 + 1_000 * draws.int(250),
  });
}

/** 旧様式 asks for areas, 新様式 for 居住用割合; some use a part of the home for their trade. */
function areasOf({ draws, place }: Turn, form: HousingLoan["form"]) {
  const [houseArea, landArea] = [80 + draws.int(60), 100 + draws.int(80)];
  const part = place % 5 === 2 ? 0.75 : 1;
  const percent = (share: number) => Math.round(share * 1000) / 10;
  return {
    houseArea,
    landArea,
    houseOwnArea: form === "old" ? houseArea * part : null,
    landOwnArea: form === "old" ? landArea * part : null,
    houseOwnUse: form === "old" ? null : percent(part),
    landOwnUse: form === "old" ? null : percent(place % 10 === 2 ? 1 : part),
  };
}

function debtOf(turn: Turn, form: HousingLoan["form"]) {
  if (turn.place % 4 !== 1) return { jointDebtor: null };
  const share = form === "old" ? null : 60;
  return {
    jointDebtor: {
      name: "見本 連子",
      address: inOneLine(drawAddress(turn.draws)),
      company: "架空商会",
      companyAddress: inOneLine(drawAddress(turn.draws)),
    },
    houseDebtShare: share,
    landDebtShare: share,
    renovationDebtShare: share,
  };
}

function refinancingOf({ place, draws }: Turn) {
  if (place % 5 !== 0) return { refinanced: false };
  const before = 10_000 * (1200 + draws.int(900));
  return { refinanced: true, refinancing: { before, taken: before + 2_000_000, balance: before - 500_000 } };
}

/** One lender or two, with each of the four 内訳; who owes with another tells what is theirs. */
function lendersOf({ place, draws }: Turn, housePrice: number): HousingLoan["lenders"] {
  const balance = Math.floor(housePrice * (0.4 + draws.int(40) / 100));
  const own = place % 4 === 1 ? Math.floor(balance * 0.6) : null;
  const first = { name: "見本銀行", purpose: [3, 1, 2, 4][place % 4]!, balance, ownPart: own };
  if (place % 6 !== 0) return [first];
  return [first, { name: "架空信用金庫", purpose: [1, 2][draws.int(2)]!, balance: 3_000_000, ownPart: null }];
}

function workOf({ place, draws }: Turn, form: HousingLoan["form"]) {
  if (place % 4 !== 3) return { renovationCost: null };
  const renovationCost = 10_000 * (200 + draws.int(600));
  return {
    renovationCost,
    renovationOwnCost: form === "old" ? Math.floor(renovationCost * 0.8) : null,
    renovationOwnUse: form === "old" ? null : 80,
    specialRenovationCost: Math.floor(renovationCost / 4),
    specialWork: SPECIAL_WORKS[Math.floor(place / 4) % SPECIAL_WORKS.length]!,
  };
}
