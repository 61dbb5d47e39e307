import assert from "node:assert/strict";
import fc from "fast-check";
import { initialDeclaration } from "../domain/declaration/initial.ts";
import { type Contract, type ContractSource, NO_INSURANCE } from "../domain/insurance.ts";
import { EVERYONE, type Range } from "../domain/permission.ts";
import { newReview } from "../domain/request_acts/documents.ts";
import { DOCUMENT_KINDS, REVIEW_STATUSES, type ReviewStatus } from "../domain/request.ts";
import { countReviews, type ReviewFilter, reviewFilterOf } from "../domain/review_filter.ts";
import { type ReviewView, reviewWord } from "../domain/reviews.ts";
import type { Member } from "../domain/stores.ts";
import { commitChange } from "./guarded.ts";
import { memberPagesOf } from "./member_pages.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";

type Kind = typeof DOCUMENT_KINDS[number];
/** The documents of somebody, and 前職情報, by 確認状況. */
type Papers = Partial<Record<Kind | "previous_job", ReviewStatus>>;

const code = (n: number) => String(n).padStart(6, "0");
const word = (n: number, of: Kind | "previous_job") => reviewWord({ id: `id-${code(n)}`, of });
const filterOf = (query: string, view: ReviewView = "documents") =>
  reviewFilterOf(view, new URLSearchParams(query));

const contract = (source: ContractSource): Contract => ({
  id: source,
  kind: "life",
  source,
  company: "八景生命",
  type: "養老",
  period: "10年",
  holder: "山田 花子",
  beneficiary: "",
  relation: "",
  generation: "new",
  quake: null,
  social: null,
  paymentStartsOn: null,
  amount: 1_000,
  policyNumber: "",
  editable: true,
  electronic: false,
});

/** A group of people with these papers, in 社員番号 order. */
async function openGroup(people: readonly Papers[]) {
  const year = await openTestYear();
  await addTestMembers(year, "g1", people.map((_, i) => testMaster(code(i))));
  const { members } = year.stores;
  const found = (await members.byCodes(people.map((_, i) => code(i)))) as Member[];
  const put = (change: (member: Member, n: number) => ReturnType<typeof members.putRequest>) =>
    commitChange(year.kv, year.committer, {
      guards: [members.guard("g1")],
      compute: () => Promise.resolve(found.flatMap(change)),
    });
  const review = (status: ReviewStatus) => ({ ...newReview(1), status });
  await put((member, n) => {
    const { previous_job: job, ...documents } = people[n]!;
    const made = Object.entries(documents).map(([kind, status]) => [kind, review(status)]);
    return members.putRequest(member, {
      ...member.request!,
      documents: Object.fromEntries(made),
      ...(job && { previousJob: review(job) }),
    }, []);
  });
  const pages = memberPagesOf(year.kv, TEST_YEAR);
  async function through(view: ReviewView, filter: ReviewFilter, range: Range = EVERYONE) {
    const all: string[][] = [];
    for (let cursor: string | null = null;;) {
      const page = await pages.reviews({ group: "g1", view, filter, range, cursor });
      all.push(page.rows.map(({ member, of }) => reviewWord({ id: member.employee.id, of })));
      if (page.next === null) return all;
      cursor = page.next;
    }
  }
  return { ...year, put, through };
}

Deno.test("a row is a document; those of one person stay on one page of at most 50", async () => {
  const everything = Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, "waiting" as const]));
  using group = await openGroup([
    { insurance: "waiting" },
    ...Array.from({ length: 12 }, () => everything),
  ]);
  const pages = await group.through("documents", filterOf(""));
  assert.deepEqual(pages.map((page) => page.length), [46, 15]);
  assert.deepEqual(pages[1]!.slice(0, 5), DOCUMENT_KINDS.map((kind) => word(10, kind)));
});

Deno.test("前職情報 is a list of its own", async () => {
  using group = await openGroup([{ insurance: "waiting", previous_job: "returned" }, {}, {
    previous_job: "waiting",
  }]);
  assert.deepEqual(await group.through("previous_jobs", filterOf("", "previous_jobs")), [[
    word(0, "previous_job"),
    word(2, "previous_job"),
  ]]);
  assert.deepEqual(await group.through("documents", filterOf("")), [[word(0, "insurance")]]);
});

Deno.test("団体保険のみ leaves out 保険料控除申告書 that rest on anything else", async () => {
  using group = await openGroup(
    Array.from({ length: 6 }, () => ({ insurance: "waiting", this_year_dependants: "waiting" } as const)),
  );
  const [own, theirs] = [contract("self"), contract("group")];
  const declared = initialDeclaration({ self: testMaster("1"), family: [] });
  const contribution = { amount: 1_000, electronic: false };
  const mutualAid = { ...declared.insurance.mutualAid, individual: contribution };
  const insured = [
    { contracts: [theirs] },
    { contracts: [theirs, own] },
    { contracts: [] },
    { contracts: [theirs], dc: { amount: 1_000, editable: false } },
    { contracts: [theirs] },
    { contracts: [theirs] },
  ];
  await group.put((member, n) => [
    ...group.stores.insurance.put(member, { ...NO_INSURANCE, ...insured[n] }),
    ...(n === 4
      ? group.stores.declarations.put(member, {
        ...declared,
        insurance: { ...declared.insurance, mutualAid },
      })
      : []),
  ]);
  const rows = async (query: string) => (await group.through("documents", filterOf(query))).flat();
  const alone = [word(0, "insurance"), word(5, "insurance")];
  assert.deepEqual(await rows("group_insurance=1"), alone);
  assert.deepEqual(await rows("group_insurance=1&document=insurance"), alone);
  const both = await rows("group_insurance=1&document=this_year_dependants");
  assert.equal(both.length, 8);
});

Deno.test("whatever is filtered: exactly the rows that match, none parted, as many as the counts say", async () => {
  const status = fc.constantFrom(...REVIEW_STATUSES);
  const papers = fc.dictionary(fc.constantFrom(...DOCUMENT_KINDS), status, { maxKeys: 5 });
  const chosen = fc.record({
    statuses: fc.subarray([...REVIEW_STATUSES]),
    documents: fc.subarray([...DOCUMENT_KINDS]),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(papers, { maxLength: 60 }), chosen, async (people, { statuses, documents }) => {
      using group = await openGroup(people);
      const filter = { ...filterOf(""), statuses, documents };
      const expected = people.flatMap((some, n) =>
        DOCUMENT_KINDS.filter((kind) =>
          some[kind] && (statuses.length === 0 || statuses.includes(some[kind])) &&
          (documents.length === 0 || documents.includes(kind))
        ).map((kind) => word(n, kind))
      );
      const pages = await group.through("documents", filter);
      assert.deepEqual(pages.flat(), expected);
      assert(pages.every((page) => page.length <= 50));
      const whose = pages.map((page) => new Set(page.map((one) => one.split(".")[0])));
      assert(whose.every((some, i) => i === 0 || some.isDisjointFrom(whose[i - 1]!)));
      const tally = await group.stores.groups.tally("g1");
      assert.equal(countReviews(tally, "documents", filter), expected.length);
    }),
    { numRuns: 25 },
  );
});
