import assert from "node:assert/strict";
import type { Address } from "../../address.ts";
import type { Collected } from "../../declaration/collected.ts";
import { collected, MASTER, relative, withPerson } from "../../declaration/declaration_fixture.ts";
import type { Declaration } from "../../declaration/declaration.ts";
import { CERTIFICATE_LABELS, type Disability, DISABILITY_KINDS } from "../../declaration/disability.ts";
import type { Person, PersonYear } from "../../declaration/person.ts";
import type { FamilyMember } from "../../family.ts";
import { REQUEST_STATUSES } from "../../request.ts";
import { QUOTED_EMPTY } from "../row.ts";
import { recordsOf, rowOf } from "../row_fixture.ts";
import columns from "../testdata/lists.json" with { type: "json" };
import { FAMILY_BULK_UPDATE } from "./family_bulk_update.ts";

const COLUMNS = columns.family_bulk_update;
const TIMES = 15;

/** The headers of the table with 家族{n} block by block. */
const HEADER = [
  ...COLUMNS.flatMap(({ header }) => header.startsWith("家族{n}") ? [] : [header]),
  ...Array.from(
    { length: TIMES },
    (_, n) =>
      COLUMNS.flatMap(({ header }) =>
        header.startsWith("家族{n}") ? [header.replace("{n}", String(n + 1))] : []
      ),
  ).flat(),
];

const allowed = (name: string) => COLUMNS.find(({ header }) => header === name)!.allowed!;

/** The record of an employee; `family` is what the master said of it when they were taken in. */
function recordOf(what: Collected, family: FamilyMember[] = []): Record<string, string> {
  const records = recordsOf(
    FAMILY_BULK_UPDATE,
    rowOf(what, { baseline: { self: MASTER, family, takenAt: 0 } }),
  );
  assert.equal(records.length, 1, "one row an employee");
  return records[0]!;
}

const WIFE = relative("wife", { isSpouse: true, relation: { name: "妻", preset: "wife", isChild: false } });
const CHILD = relative("child");

const withSpouse = (one: Declaration, change: (person: Person) => Person): Declaration => ({
  ...one,
  spouse: { ...one.spouse, person: change(one.spouse.person!) },
});
const inThisYear = (more: Partial<PersonYear>) => (person: Person): Person => ({
  ...person,
  thisYear: { ...person.thisYear, ...more },
});

const ADDRESS: Address = {
  zip: "143-0001",
  prefecture: "東京都",
  city: "港区",
  street: "六本木1-1-1",
  building: "六本木グランドタワー",
  kana: "トウキョウト ミナトク ロッポンギ",
  country: "81",
};
const PROVEN: Disability = {
  kind: "ordinary",
  certificate: "body_3",
  detail: "",
  issuedOn: "2020-04-01",
};
const SENT = { student: false, remittance: 100_000, relativePapers: false, remittancePapers: false };

Deno.test("the columns are those of the table, in its order, always with 家族1–15", () => {
  assert.deepEqual(FAMILY_BULK_UPDATE.header, HEADER);
  assert.equal(HEADER.length, 30 + 25 * 15);
});

Deno.test("the employee of the examples gives the example in every column", () => {
  const said = { address: ADDRESS, disability: PROVEN, abroad: SENT, qualifiedReason: "婚姻" };
  const husband = relative("husband", {
    isSpouse: true,
    code: "1111111",
    relation: { name: "夫", preset: "husband", isChild: false },
    lastName: "須磨",
    firstName: "佳子",
    lastNameKana: "スマ",
    firstNameKana: "ヨシコ",
    birthOn: "1990-01-01",
    gender: "female",
  });
  const child = relative("child", {
    code: "1111111",
    lastName: "須磨",
    firstName: "一郎",
    lastNameKana: "スマ",
    firstNameKana: "イチロウ",
    birthOn: "2003-02-02",
  });
  const what = collected([husband, child], (one) => {
    const named = { ...one, self: { ...one.self, lastName: "須磨", firstName: "太郎" } };
    const spouse = withSpouse(named, inThisYear({ ...said, qualifiedOn: "2020-04-15" }));
    return withPerson(spouse, inThisYear({ ...said, qualifiedOn: "2020-04-01" }));
  });
  // Computed, by hand: the employee's 給与収入 of 5,000,000 is 3,560,000 of 所得, which is up to 9,000,000; the spouse has
  // 0, up to 950,000: 1 (源泉控除対象). The child, who is 23, has 0, up to 620,000: 1 (扶養親族). Both have 0 of 所得.
  const examples = Object.fromEntries(
    COLUMNS.map(({ header, example }) => [header.replace("{n}", "1"), example]),
  );
  const blank = Object.fromEntries(HEADER.map((header) => [header, ""]));
  assert.deepEqual(recordOf(what, [husband, child]), { ...blank, ...examples });
});

Deno.test("who has no family has a row of blanks behind the name", () => {
  const { "依頼グループ": group, "依頼ステータス": status, ...rest } = recordOf(collected());
  assert.deepEqual([group, status], ["依頼グループ1", "未依頼"]);
  const filled = Object.entries(rest).filter(([, cell]) => cell !== "");
  assert.deepEqual(filled, [["従業員 社員番号", "1"], ["従業員 姓", "山田"], ["従業員 名", "花子"]]);
});

Deno.test("every status has its word", () => {
  const row = rowOf(collected());
  const words = REQUEST_STATUSES.map((status) =>
    recordsOf(FAMILY_BULK_UPDATE, { ...row, request: { ...row.request, status } })[0]!["依頼ステータス"]!
  );
  assert.deepEqual(words, allowed("依頼ステータス"));
});

Deno.test("続柄 of a spouse is 妻 or 夫, whatever the company calls it; of others it is the company's", () => {
  const called = (name: string, preset: string | null) => {
    const relation = { name, preset, isChild: false };
    const record = recordOf(
      collected([relative("a", { isSpouse: true, relation }), relative("b", { relation })]),
    );
    return [record["配偶者 続柄"], record["家族1 続柄"]];
  };
  assert.deepEqual(called("妻（同居）", "wife"), ["妻", "妻（同居）"]);
  assert.deepEqual(called("おっと", "husband"), ["夫", "おっと"]);
  assert.deepEqual(called("夫", null), ["夫", "夫"]);
});

Deno.test("性別: 男性, 女性 or blank", () => {
  const of = (gender: FamilyMember["gender"]) => {
    const record = recordOf(collected([{ ...WIFE, gender }, { ...CHILD, gender }]));
    assert.equal(record["配偶者 性別"], record["家族1 性別"]);
    return record["家族1 性別"]!;
  };
  assert.deepEqual([of("male"), of("female")], allowed("家族{n} 性別"));
  assert.equal(of(null), "");
});

/** The seven 住所 cells of the spouse and of the first relative, who live and have an address alike. */
function addresses(living: PersonYear["living"], address: Address | null): string[][] {
  const year = inThisYear({ living, address });
  const record = recordOf(collected([WIFE, CHILD], (one) => withPerson(withSpouse(one, year), year)));
  return ["配偶者", "家族1"].map((who) => [
    record[`${who} 同居・別居の別`]!,
    ...HEADER.filter((header) => header.startsWith(`${who} 住所（`)).map((header) => record[header]!),
  ]);
}

Deno.test("住所: blank of 同居, each empty cell of 別居 and of who lives abroad with its quotes", () => {
  const q = QUOTED_EMPTY;
  const both = (cells: string[]) => [cells, cells];
  assert.deepEqual(addresses("together", null), both(["同居", "", "", "", "", "", "", ""]));
  assert.deepEqual(addresses("apart", null), both(["別居", q, q, q, q, q, q, q]));
  const { zip, prefecture, city, street, kana } = ADDRESS;
  assert.deepEqual(
    addresses("apart", { ...ADDRESS, building: "", country: "" }),
    both(["別居", zip, prefecture, city, street, q, kana, q]),
  );
  const usa = {
    zip: "",
    prefecture: "",
    city: "Honolulu, HI",
    street: "1 Kapiolani",
    building: "",
    kana: "",
  };
  assert.deepEqual(
    addresses("abroad", { ...usa, country: "USA" }),
    both(["別居", q, q, "Honolulu, HI", "1 Kapiolani", q, q, "USA"]),
  );
  const words = ["together", "apart"] as const;
  assert.deepEqual(words.map((living) => addresses(living, null)[0]![0]), allowed("配偶者 同居・別居の別"));
});

Deno.test("障害者: the master says the 区分 alone, so 手帳 and its day are blank until somebody answers", () => {
  const cells = (what: Collected) => {
    const record = recordOf(what);
    const of = (who: string) =>
      ["障害者区分", "障害者手帳の種類", "障害者手帳の交付年月日"].map((part) => record[`${who} ${part}`]!);
    assert.deepEqual(of("配偶者"), of("家族1"));
    return of("家族1");
  };
  const known = DISABILITY_KINDS.map((disability) =>
    cells(collected([{ ...WIFE, disability }, { ...CHILD, disability }]))
  );
  assert.deepEqual(known, allowed("家族{n} 障害者区分").map((word) => [word, "", ""]));
  for (const [certificate, label] of Object.entries(CERTIFICATE_LABELS)) {
    const year = inThisYear({
      disability: { ...PROVEN, certificate: certificate as keyof typeof CERTIFICATE_LABELS },
    });
    const said = collected([WIFE, CHILD], (one) => withPerson(withSpouse(one, year), year));
    assert.deepEqual(cells(said), ["一般の障害者", label, "2020/04/01"]);
  }
  assert.deepEqual(cells(collected([WIFE, CHILD])), ["", "", ""]);
});

Deno.test("海外居住時の送金額 is of who lives abroad, blank where it is not said", () => {
  const sent = (abroad: PersonYear["abroad"]) => {
    const year = inThisYear({ abroad });
    const record = recordOf(collected([WIFE, CHILD], (one) => withPerson(withSpouse(one, year), year)));
    return ["配偶者", "家族1"].map((who) => record[`${who} 海外居住時の送金額（単位：円）`]);
  };
  assert.deepEqual(sent(null), ["", ""]);
  assert.deepEqual(sent({ ...SENT, remittance: null }), ["", ""]);
  assert.deepEqual(sent({ ...SENT, remittance: 0 }), ["0", "0"]);
  assert.deepEqual(sent(SENT), ["100000", "100000"]);
});

Deno.test("社会保険: what the master said when the employee was taken in; 99 of who was added here", () => {
  const codes = (socialSupport: FamilyMember["socialSupport"]) => {
    const family = [{ ...WIFE, socialSupport }, { ...CHILD, socialSupport }];
    const record = recordOf(collected(family), family);
    return ["配偶者", "家族1"].map((who) => record[`${who} 社会保険の扶養状況`]!);
  };
  const found = (["unsupported", "supported", "unknown"] as const).map(codes);
  assert.deepEqual(found, allowed("配偶者 社会保険の扶養状況").map((code) => [code, code]));
  assert.deepEqual(codes(null), ["99", "99"]);

  const added = { id: "added" };
  const here = collected(
    [WIFE, CHILD],
    (one) =>
      withPerson(withSpouse(one, (wife) => ({ ...wife, ...added })), (child) => ({ ...child, ...added })),
  );
  const record = recordOf(here, [WIFE, CHILD]);
  assert.deepEqual([record["配偶者 社会保険の扶養状況"], record["家族1 社会保険の扶養状況"]], ["99", "99"]);
});

Deno.test("who died this year is left out: the spouse blank, the next relatives one place up", () => {
  const what = collected([WIFE, relative("a"), relative("b", { firstName: "次郎", taxIncome: 7 })], (one) => {
    const gone = (person: Person) => ({ ...person, diedOn: "2026-05-31" });
    return withPerson(withSpouse(one, gone), gone);
  });
  const record = recordOf(what);
  for (const header of HEADER.filter((header) => /^(配偶者|家族2) /.test(header))) {
    assert.equal(record[header], "", header);
  }
  assert.equal(record["家族1 名"], "次郎");
  assert.equal(record["家族1 税法上の年間所得見積額（単位: 円）"], "7");
});

Deno.test("a spouse whom the employee says they do not have is not there, whatever is still known of them", () => {
  for (const [thisYear, name] of [[false, ""], [null, "太郎"], [true, "太郎"]] as const) {
    const what = collected([WIFE], (one) => ({ ...one, spouse: { ...one.spouse, thisYear } }));
    assert.equal(recordOf(what)["配偶者 名"], name);
  }
});

Deno.test("fifteen relatives fill the row, each in its block", () => {
  const family = Array.from({ length: TIMES }, (_, n) => relative(`r${n}`, { code: `F${n + 1}` }));
  const record = recordOf(collected(family));
  for (let n = 1; n <= TIMES; n++) assert.equal(record[`家族${n} 家族コード`], `F${n}`);
});
