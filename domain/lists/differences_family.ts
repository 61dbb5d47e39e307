import type { Address } from "../address.ts";
import type { FamilyMember } from "../family.ts";
import { DISABILITY_LABELS } from "../declaration/disability.ts";
import { idOfSource, type Person } from "../declaration/person.ts";
import { HEAD } from "./difference_head.ts";
import { twoLivings } from "./people.ts";
import {
  type Cell,
  type Columns,
  day,
  disabilityKind,
  gender,
  type Reader,
  type Row,
  textOf,
} from "./row.ts";

/** A relative who was added, changed or removed. */
export interface FamilyChange {
  kind: "追加" | "変更" | "削除";
  who: string;
  now: Person | null;
  before: FamilyMember | null;
}

/** Told by id: the same person entered again is another one. */
export function familyChanges({ baseline, declaration }: Row): FamilyChange[] {
  const { spouse, family } = declaration;
  const people = [...(spouse.person ? [spouse.person] : []), ...family.people];
  const known = new Map(baseline.family.map((one) => [idOfSource(one.sourceId), one]));
  const present = new Set(people.map(({ id }) => id));
  return [
    ...people.flatMap((now, n): FamilyChange[] => {
      const before = known.get(now.id) ?? null;
      const who = now === spouse.person ? "配偶者" : `被扶養者${n + (spouse.person ? 0 : 1)}`;
      if (!before) return [{ kind: "追加", who, now, before }];
      return differs(now, before) ? [{ kind: "変更", who, now, before }] : [];
    }),
    ...[...known].filter(([id]) => !present.has(id)).map(([, before]): FamilyChange => ({
      kind: "削除",
      who: "-",
      now: null,
      before,
    })),
  ];
}

const PAIRS: readonly { header: string; now: (one: Person) => Cell; before: (one: FamilyMember) => Cell }[] =
  [
    { header: "続柄", now: (one) => one.relation.name, before: (one) => one.relation.name },
    { header: "性別", now: (one) => gender(one.gender), before: (one) => gender(one.gender) },
    { header: "姓", now: (one) => one.lastName, before: (one) => one.lastName },
    { header: "名", now: (one) => one.firstName, before: (one) => one.firstName },
    { header: "姓（ヨミガナ）", now: (one) => one.lastNameKana, before: (one) => one.lastNameKana },
    { header: "名（ヨミガナ）", now: (one) => one.firstNameKana, before: (one) => one.firstNameKana },
    { header: "生年月日", now: (one) => day(one.birthOn), before: (one) => day(one.birthOn) },
    {
      header: "同居・別居の別",
      now: (one) => twoLivings(one.thisYear.living),
      before: (one) => one.livingTogether ? "同居" : "別居",
    },
    {
      header: "障害者区分",
      now: (one) => disabilityKind(one.thisYear.disability),
      before: (one) => one.disability && DISABILITY_LABELS[one.disability],
    },
    ...([
      "zip 郵便番号",
      "prefecture 都道府県",
      "city 市区町村",
      "street 丁目・番地",
      "building 建物名・部屋番号",
      "kana ヨミガナ",
    ] as const)
      .map((pair) => {
        const [part, word] = pair.split(" ") as [keyof Address, string];
        return {
          header: `住所（${word}）`,
          now: (one: Person) => one.thisYear.address?.[part],
          before: (one: FamilyMember) => one.address?.[part],
        };
      }),
    {
      header: "税法上の被扶養者",
      now: (one) => supported(one.thisYear.support),
      before: (one) => formerSupport(one),
    },
  ];

function supported(support: boolean | null): Cell {
  return support === null ? "" : support;
}

function formerSupport({ taxSupport }: FamilyMember): Cell {
  if (taxSupport === null || taxSupport === "unknown") return 99;
  return taxSupport === "special_spousal_exemption" ? 2 : taxSupport === "supported" ? 1 : 0;
}

function differs(now: Person, before: FamilyMember): boolean {
  const same = PAIRS.slice(0, -1).every((pair) => textOf(pair.now(now)) === textOf(pair.before(before)));
  return !same || (now.thisYear.support === true) !== [1, 2].includes(Number(formerSupport(before))) ||
    now.thisYear.income.incomes !== null;
}

const change = (cell: (one: FamilyChange, row: Row) => Cell): Reader => (row) =>
  familyChanges(row).map((one) => cell(one, row));
const spouseOnly = (cell: (row: Row) => Cell): Reader =>
  change((one, row) => one.who === "配偶者" ? cell(row) : "");

/** 今年の扶養親族差分リスト. */
export const FAMILY_THIS_YEAR: Columns = {
  ...HEAD,
  "対象扶養親族": change(({ who }) => who.replace(/\d+$/, "n")),
  "★差分種類": change(({ kind }) => kind),
  "被扶養者 家族コード": change(({ now, before }) => now?.code ?? before?.code),
  ...Object.fromEntries(PAIRS.flatMap((pair) => {
    const former = change(({ now, before }) => {
      const then = before ? textOf(pair.before(before)) : "";
      return now && before && textOf(pair.now(now)) === then ? "" : then;
    });
    return [
      [`被扶養者 ${pair.header}`, change(({ now }) => now && pair.now(now))],
      [`変更前_被扶養者 ${pair.header}`, former],
    ];
  })),
  "★配偶者の扶養状況変更有無": change(({ now, before, who }) =>
    who === "配偶者" && now && before &&
      (now.thisYear.support === true) !== [1, 2].includes(Number(formerSupport(before)))
      ? "差分あり"
      : ""
  ),
  "【参考】本人 合計所得見積額（所得金額調整控除後）": ({ figures }) => figures.thisYear.self.totalIncome,
  "【参考】配偶者 配偶者控除対象": spouseOnly(({ figures }) =>
    ({ none: 0, spouse: 1, special: 2 })[figures.thisYear.spouse?.deduction?.kind ?? "none"]
  ),
  "【参考】配偶者 源泉控除対象": spouseOnly(({ figures }) => figures.thisYear.spouse?.withholding ?? false),
  "【参考】配偶者 同一生計配偶者": spouseOnly(({ figures }) => figures.thisYear.spouse?.sameLiving ?? false),
  "【参考】被扶養者 税法上の年間所得見積額（単位: 円）": ({ figures }) =>
    figures.thisYear.people.map(({ income }) => income.total),
};
