import assert from "node:assert/strict";
import { historyText } from "../domain/history.ts";
import type { Asked } from "../domain/perform.ts";
import { type Exclusion, type Request, reviewCount, REVIEWED } from "../domain/request.ts";
import { newReview, reviewOf } from "../domain/request_acts/documents.ts";
import type { MasterEmployee } from "../domain/employee.ts";
import type { Write } from "../domain/write.ts";
import { commitChange } from "../kv/guarded.ts";
import { sysKeys } from "../kv/keys.ts";
import { storedBelow, storedMails } from "../kv/stored_fixture.ts";
import {
  type Company,
  type CompanyOptions,
  type Ended,
  openCompany,
  person,
  TENANT,
  testUser,
} from "./test_tools.ts";

/** For tests of operations on 依頼: a company with 本社 (`01A`), whose people are where the test wants them. */
export const GROUP = "01A";

/** Somebody of 本社: what their 依頼 is, and what else the master says. */
export interface TestPerson {
  request?: Partial<Request>;
  master?: Partial<MasterEmployee>;
}

/** 社員番号 of the n-th person, from 1. */
export const codeOf = (n: number) => String(n).padStart(6, "0");

/** Id of the n-th person. */
export const idOf = (n: number) => `id-${codeOf(n)}`;

/** `ids` as a form sends them. */
export const ticked = (...numbers: number[]) => numbers.map((n): [string, string] => ["ids", idOf(n)]);

/** Opens the company; the first of `people` is number 1. */
export async function askedCompany(
  people: readonly TestPerson[],
  options: CompanyOptions = {},
): Promise<Company> {
  const c = await openCompany(options);
  await c.group(GROUP, "本社");
  await c.group("01B", "工場");
  await c.members(GROUP, people.map(({ master }, i) => person(codeOf(i + 1), master)));
  for (let from = 0; from < people.length; from += 100) {
    const some = people.slice(from, from + 100);
    await changeRequests(c, some.map((_, i) => from + i + 1), (n) => people[n - 1]!.request ?? {});
  }
  return c;
}

/** Sets fields of some people's 依頼, as if acts had done it. */
export async function changeRequests(
  c: Company,
  numbers: readonly number[],
  patch: (n: number) => Partial<Request>,
): Promise<void> {
  await write(c, async () => {
    const found = await membersOf(c, numbers);
    return found.flatMap((member, i) =>
      c.stores.members.putRequest(member, { ...member.request, ...patch(numbers[i]!) }, [])
    );
  });
}

/** Commits writes to the data of either group. */
export async function write(c: Company, compute: () => Promise<Write[]>): Promise<void> {
  const guards = [c.stores.members.guard(GROUP), c.stores.members.guard("01B")];
  await commitChange(c.files.kv, c.committer, { guards, compute });
}

/** People with their 依頼, by number. */
export async function membersOf(c: Company, numbers: readonly number[]): Promise<Asked[]> {
  return await c.stores.members.byCodes(numbers.map(codeOf)) as Asked[];
}

/** Two documents and 前職情報, チェック待ち. */
export const DOCUMENTS: Partial<Request> = {
  documents: { this_year_dependants: newReview(1), housing_loan: newReview(2) },
  previousJob: newReview(3),
};

/** Carries an operation out on 本社, by 管理者 unless another is named. */
export async function carryOut(
  c: Company,
  operation: string,
  fields: [string, string][],
  user?: ReturnType<typeof testUser>,
): Promise<Ended> {
  const { id } = await c.accept({ operation, group: GROUP, fields }, user);
  return await c.ended(id, user);
}

/** `status exclusion` of everybody of a group in order. */
export async function statesOf(c: Company, group = GROUP): Promise<string[]> {
  const members = (await Array.fromAsync(c.stores.members.walk(group))).flat();
  return members.map(({ request }) => [request!.status, request!.exclusion ?? ""].join(" ").trim());
}

/** 操作履歴 of the n-th person. */
export async function historyOf(c: Company, n: number): Promise<string[]> {
  return (await c.stores.members.history(idOf(n))).map(historyText);
}

/** `kind address` of every mail in the outbox, sorted; each is on its way once. */
export async function mailsOf(c: Company): Promise<string[]> {
  const mails = await storedMails(c.files.kv, TENANT.id);
  const going = await storedBelow(c.files.kv, sysKeys.outgoingOf(TENANT.id));
  assert.deepEqual(going.map(({ key }) => key.at(-1)), mails.map(({ id }) => id));
  return mails.map(({ kind, to }) => `${kind} ${to}`).sort();
}

/** Checks that the counts of a group are those of its people. */
export async function countsAgree(c: Company, group = GROUP): Promise<void> {
  const members = (await Array.fromAsync(c.stores.members.walk(group))).flat();
  const byStatus: Record<string, number> = {};
  const byReview: Record<string, number> = {};
  const add = (to: Record<string, number>, name: string) => void (to[name] = (to[name] ?? 0) + 1);
  for (const { request } of members) {
    add(byStatus, request!.status);
    for (const of of REVIEWED) {
      const review = reviewOf(request!, of);
      if (review) add(byReview, reviewCount(of, review.status));
    }
  }
  const tally = await c.stores.groups.tally(group);
  const positive = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));
  assert.deepEqual(
    [tally.employees, positive(tally.byStatus), positive(tally.byReview)],
    [members.length, byStatus, byReview],
  );
}

/** Everything that is stored of the year but for what counts or names attempts: what two clean runs leave alike. */
export async function yearOf(c: Company): Promise<unknown[]> {
  const entries = await storedBelow(c.files.kv, ["t", TENANT.id, "y"]);
  return entries.map(({ key, value }) => [key.slice(3).join("/"), value]);
}

/** A reason of one kind and the 依頼 that has it. */
export const excluded = (exclusion: Exclusion, more: Partial<Request> = {}): TestPerson => ({
  request: { exclusion, ...more },
});
