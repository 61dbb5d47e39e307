import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { historyText } from "../domain/history.ts";
import { newReview, reviewOf, withReview } from "../domain/request_acts/documents.ts";
import { checkWaiting } from "../domain/request_acts/page_reviews.ts";
import { remind } from "../domain/request_acts/asking.ts";
import { reviewCount, type Reviewed } from "../domain/request.ts";
import type { ReviewKey } from "../domain/reviews.ts";
import type { Change, Committer } from "./commit.ts";
import { createGroup } from "./group_changes.ts";
import { commitChange } from "./guarded.ts";
import { requestChangesOf } from "./request_changes.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";

const GROUP = { id: "g1", name: "本社" };
const ACTOR = { id: "u1", email: "a@acme.example", employeeCode: null };
const code = (n: number) => String(n).padStart(6, "0");
const key = (n: number, of: Reviewed): ReviewKey => ({ id: `id-${code(n)}`, of });
const everybody = () => true;

/** People of 本社 who all have two documents that wait; counts the commits. */
async function openGroup(people: number) {
  const year = await openTestYear();
  const group = { v: 1 as const, ...GROUP, createdAt: 0, closesOn: null };
  await createGroup(year.kv, year.committer, TEST_YEAR, group);
  const codes = Array.from({ length: people }, (_, n) => code(n));
  await addTestMembers(year, "g1", codes.map((one) => testMaster(one)));
  const { members } = year.stores;
  const found = (await members.byCodes(codes)).filter((one) => one !== null);
  await commitChange(year.kv, year.committer, {
    guards: [members.guard("g1")],
    compute: () =>
      Promise.resolve(found.flatMap((member) => {
        const waiting = withReview(member.request!, "insurance", newReview(1));
        return members.putRequest(member, withReview(waiting, "previous_job", newReview(1)), []);
      })),
  });
  let commits = 0;
  const counting: Committer = {
    commit(change: Change, priority) {
      commits++;
      return year.committer.commit(change, priority);
    },
  };
  const changes = requestChangesOf(year.kv, counting, TEST_YEAR);
  return { ...year, changes, commits: () => commits };
}

Deno.test("a page of rows in few commits: state, counts and 操作履歴 of each; again nothing changes", async () => {
  using year = await openGroup(25);
  const rows = Array.from({ length: 25 }, (_, n) => [key(n, "insurance"), key(n, "previous_job")]).flat();
  const refused = await year.changes.reviewMany(GROUP, ACTOR, { rows, act: checkWaiting, sees: everybody });
  assert.deepEqual(refused, rows.map(() => null));
  assert.equal(year.commits(), 3);
  const tally = await year.stores.groups.tally("g1");
  assert.equal(tally.byReview[reviewCount("insurance", "checked")], 25);
  assert.equal(tally.byReview[reviewCount("insurance", "waiting")] ?? 0, 0);
  assert.equal(tally.byReview[reviewCount("previous_job", "checked")], 25);
  const member = await year.stores.members.byId(rows[0]!.id);
  assert.equal(reviewOf(member!.request!, "insurance")?.status, "checked");
  assert.deepEqual((await year.stores.members.history(rows[0]!.id)).map(historyText), [
    "a@acme.exampleが給与所得者の保険料控除申告書をチェック済みにしました",
    "a@acme.exampleが前職情報をチェック済みにしました",
  ]);

  const again = await year.changes.reviewMany(GROUP, ACTOR, { rows, act: checkWaiting, sees: everybody });
  assert(again.every((one) => one?.refuse === "review_status"));
  assert.equal(year.commits(), 3, "nothing to write, no commit");
});

Deno.test("rows that cannot be done are told, the others are done", async () => {
  using year = await openGroup(3);
  const rows = [key(0, "insurance"), key(0, "housing_loan"), key(1, "insurance"), key(9, "insurance")];
  const refused = await year.changes.reviewMany(GROUP, ACTOR, {
    rows,
    act: checkWaiting,
    sees: ({ code: one }) => one !== code(1),
  });
  assert.deepEqual(refused.map((one) => one?.refuse ?? null), [
    null,
    "review_missing",
    "not_found",
    "not_found",
  ]);
  const hidden = await year.stores.members.byId(rows[2]!.id);
  assert.equal(reviewOf(hidden!.request!, "insurance")?.status, "waiting");
  const elsewhere = { id: "g2", name: "工場" };
  const none = await year.changes.reviewMany(elsewhere, ACTOR, { rows, act: checkWaiting, sees: everybody });
  assert(none.every((one) => one?.refuse === "not_found"));
});

Deno.test("an act that would send a mail is none for many rows", async () => {
  using year = await openGroup(1);
  const act = () => remind({ ...asked });
  const { request } = (await year.stores.members.byId("id-000000"))!;
  const asked = { ...request!, status: "requested" as const };
  const sent = year.changes.reviewMany(GROUP, ACTOR, { rows: [key(0, "insurance")], act, sees: everybody });
  await assert.rejects(sent, (error) => !(error instanceof Refusal));
});
