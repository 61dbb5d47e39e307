import assert from "node:assert/strict";
import { Refusal } from "../../domain/errors.ts";
import { initialDeclaration } from "../../domain/declaration/initial.ts";
import { NO_INSURANCE } from "../../domain/insurance.ts";
import { newReview } from "../../domain/request_acts/documents.ts";
import { ADMIN, type Company, PASSWORD } from "../test_tools.ts";
import { diesTwice } from "../twice_dead_fixture.ts";
import {
  askedCompany,
  carryOut,
  changeRequests,
  countsAgree,
  DOCUMENTS,
  excluded,
  GROUP,
  historyOf,
  idOf,
  mailsOf,
  membersOf,
  statesOf,
  write,
  yearOf,
} from "../requests_fixture.ts";

const KIND = "reset_requests";
const ALL: [string, string][] = [["all", "1"]];
const SURE: [string, string][] = [...ALL, ["password", PASSWORD]];
const MEMO = { text: "確認中", at: 5, by: "admin" };

/** What is stored of somebody's answers. */
async function answersOf({ stores }: Company, n: number) {
  const ids = [idOf(n)];
  const [[member], [declaration], [insurance], [housingLoan], [point]] = await Promise.all([
    stores.members.byCodes(ids.map((id) => id.slice(3))),
    stores.declarations.of(ids),
    stores.insurance.of(ids),
    stores.housingLoans.of(ids),
    stores.declarations.restorePoints(ids),
  ]);
  const { acts: _, ...request } = member!.request!;
  return { request, declaration, insurance, housingLoan, point };
}

/** Stores a declaration with this 姓, and insurance of this amount, of some people. */
async function answer(c: Company, numbers: number[], lastName: string, amount: number) {
  const baselines = await c.stores.members.baselines(numbers.map(idOf));
  for (const [i, n] of numbers.entries()) {
    const declaration = initialDeclaration(baselines[i]!);
    const said = { ...declaration, self: { ...declaration.self, lastName } };
    const insurance = { ...NO_INSURANCE, dc: { amount, editable: true } };
    await write(c, async () => {
      const [member] = await membersOf(c, [n]);
      return [...c.stores.declarations.put(member!, said), ...c.stores.insurance.put(member!, insurance)];
    });
  }
}

Deno.test("what was stored when the request was sent comes back exactly; everything since is lost but memos", async () => {
  await using c = await askedCompany([{ request: DOCUMENTS }, {}]);
  await answer(c, [1], "送信前", 1000);
  const before = [await answersOf(c, 1), await answersOf(c, 2)];
  await carryOut(c, "send_requests", ALL);
  await answer(c, [1, 2], "送信後", 2000);
  await changeRequests(c, [1, 2], () => ({
    status: "correcting",
    documents: { insurance: newReview(9) },
    previousJob: newReview(9),
    beforeCorrection: "answered",
    answeredOnce: true,
    returnedAt: 9,
    memos: [MEMO],
  }));
  const { job, result } = await carryOut(c, KIND, SURE);
  assert.equal(job.title, "本社の未依頼への一括変更");
  assert.deepEqual(result.details, ["2名の依頼を未依頼に戻しました。"]);
  const { housing_loan: _, ...documents } = DOCUMENTS.documents!;
  const { previousJob: __, ...fresh } = before[0]!.request;
  // 前職情報 is emptied, and the housing loan is as the year began: its document goes (reference/screens.md §7.2).
  assert.deepEqual(await answersOf(c, 1), { ...before[0], request: { ...fresh, documents, memos: [MEMO] } });
  assert.deepEqual(await answersOf(c, 2), {
    ...before[1],
    request: { ...before[1]!.request, memos: [MEMO] },
  });
  assert.deepEqual(await historyOf(c, 1), [
    `${ADMIN.email}が依頼を依頼中にしました`,
    `${ADMIN.email}が依頼を未依頼にしました`,
  ]);
  assert.deepEqual((await mailsOf(c)).map((mail) => mail.split(" ")[0]), ["requested", "requested"]);
  await countsAgree(c);
});

Deno.test("which 依頼ステータス it takes: six, and 未依頼 with a 対象外理由, which loses the reason only", async () => {
  await using c = await askedCompany([
    ...(["requested", "answering", "answered", "reanswered", "correcting", "expired"] as const)
      .map((status) => ({ request: { status, beforeExpiry: "requested" as const } })),
    excluded("otsu", DOCUMENTS),
    excluded("otsu", { status: "confirmed" }),
    {},
  ]);
  await answer(c, [7], "自分", 500);
  const { result } = await carryOut(c, KIND, SURE);
  assert.deepEqual(result.details, [
    "7名の依頼を未依頼に戻しました。",
    "1件はエラーです（「確定」のままでは未依頼に戻せません）。",
    "1件はエラーです（この依頼ステータスからは未依頼に戻せません）。",
  ]);
  assert.deepEqual(await statesOf(c), [
    ...Array.from({ length: 7 }, () => "not_requested"),
    "confirmed otsu",
    "not_requested",
  ]);
  const { request, declaration, insurance } = await answersOf(c, 7);
  assert.deepEqual(
    [request.documents, request.previousJob, declaration?.self.lastName, insurance?.dc?.amount],
    [DOCUMENTS.documents, DOCUMENTS.previousJob, "自分", 500],
  );
  await countsAgree(c);
});

Deno.test("the password is asked for at the start: a wrong one leaves nothing, and none is stored", async () => {
  await using c = await askedCompany([{ request: { status: "answered" } }]);
  for (const fields of [ALL, [...ALL, ["password", "wrong"]]] as [string, string][][]) {
    await assert.rejects(
      c.accept({ operation: KIND, group: GROUP, fields }),
      (error) => error instanceof Refusal && error.code === "wrong_password",
    );
  }
  const asker = { tenant: { id: "acme" }, user: ADMIN } as Parameters<typeof c.service.list>[0];
  assert.deepEqual((await c.service.list(asker, {})).jobs, []);
  assert.deepEqual(await statesOf(c), ["answered"]);
  const { id } = await c.accept({ operation: KIND, group: GROUP, fields: SURE });
  await c.ended(id);
  const everything = await Array.fromAsync(
    c.files.kv.list({ prefix: [] }),
    ({ value }) => JSON.stringify(value),
  );
  assert.ok(!everything.join().includes(PASSWORD));
});

Deno.test("sent again after that, a new restore point is taken", async () => {
  await using c = await askedCompany([{}]);
  await carryOut(c, "send_requests", ALL);
  await carryOut(c, KIND, SURE);
  assert.equal((await answersOf(c, 1)).point, null);
  await answer(c, [1], "二度目", 700);
  await carryOut(c, "send_requests", ALL);
  assert.equal((await answersOf(c, 1)).point?.declaration?.self.lastName, "二度目");
});

Deno.test("workers die twice: everything of the year and the result are as of one clean run", async () => {
  const people = Array.from({ length: 60 }, (_, i) => i % 9 === 0 ? excluded("paper") : {});
  await diesTwice(async (deadly) => {
    const sent = new Set(people.flatMap((one, i) => "request" in one ? [] : [i + 1]));
    let armed = false;
    const { committerOfWorkers } = deadly(() => c.breakWorkers());
    await using c: Company = await askedCompany(people, {
      // Only the workers that take back die, not those that send.
      committerOfWorkers(committer) {
        const dying = committerOfWorkers!(committer);
        return { commit: (change, priority) => (armed ? dying : committer).commit(change, priority) };
      },
    });
    await carryOut(c, "send_requests", ALL);
    await changeRequests(c, [...sent], () => ({ ...DOCUMENTS, status: "answered" }));
    armed = true;
    const ended = await carryOut(c, KIND, SURE);
    await countsAgree(c);
    return { ended, stored: [await yearOf(c), await mailsOf(c)] };
  });
});
