import type { SharedPerson } from "../../domain/declaration/person.ts";
import { PROVEN, proven } from "./answers_self.ts";
import { ADJUSTMENTS_FROM, at, dayIn, inOneLine, type Turn } from "./answers_turn.ts";
import { drawAddress, FOREIGN_PLACES } from "./places.ts";
import { relationOf } from "./relations.ts";

/** The five 手帳 of 特別障害者. */
const SPECIAL = PROVEN.filter(({ kind }) => kind === "special");
/** Places 32 to 36 hold one each, and the place of 所得金額調整控除 for a 扶養親族. */
const FROM = 32;

/** 他の所得者が控除を受ける扶養親族等 of a place: mostly none. */
export function sharedAt(turn: Turn, earner: string): SharedPerson[] {
  const nth = turn.place === ADJUSTMENTS_FROM + 2 ? 0 : turn.place - FROM;
  const certificate = at({ ...turn, place: nth }, 0, SPECIAL);
  if (!certificate) return [];
  const living = (["together", "apart", "abroad"] as const)[nth % 3]!;
  const address = living === "together"
    ? null
    : living === "apart"
    ? drawAddress(turn.draws)
    : FOREIGN_PLACES[2]!;
  const son = nth % 2 === 0;
  return [{
    id: `sample-shared-${turn.draws.int(1_000_000)}`,
    relation: relationOf(son ? "長男" : "長女"),
    lastName: earner.split(" ")[0]!,
    firstName: son ? "三郎" : "里子",
    lastNameKana: "サンプル",
    firstNameKana: son ? "サブロウ" : "サトコ",
    birthOn: dayIn(turn, turn.company.year - 14 - nth),
    gender: son ? "male" : "female",
    living,
    address,
    disability: {
      ...proven(turn, certificate),
      kind: living === "together" ? "special_living_together" : "special",
    },
    income: nth * 100_000,
    earner: {
      name: `${earner.split(" ")[0]} 共子`,
      relation: "配偶者",
      address: inOneLine(drawAddress(turn.draws)),
    },
  }];
}
