import { Refusal } from "../domain/errors.ts";
import type { Teller } from "../domain/history.ts";
import {
  isAsked,
  perform,
  type Performer,
  performerOf,
  readSubjects,
  type Subject,
} from "../domain/perform.ts";
import type { Restoring } from "../domain/perform.ts";
import { type Acted, type Done, isRefused, type Refused } from "../domain/request_acts/acted.ts";
import type { Memo } from "../domain/request.ts";
import { memosFit } from "../domain/request_room.ts";
import type { Write } from "../domain/write.ts";
import type { Committer } from "./commit.ts";
import { commitChange } from "./guarded.ts";
import type { YearRef } from "./groups.ts";
import { type ManyReviews, reviewMany } from "./many_reviews.ts";
import { storesOf } from "./stores.ts";

/** One act of a page on one 依頼. */
export interface PageAct {
  /** Computed again when somebody else wrote in between, so it is pure. */
  act(subject: Subject, at: number): Acted | Promise<Acted>;
  restoring?: Restoring;
  /** What is written in the same commit beside what the act writes itself, such as a declaration. */
  more?(subject: Subject, done: Done, performer: Performer): readonly Write[] | Promise<readonly Write[]>;
}

/** What pages do to single 依頼 of one tenant and year. */
export interface RequestChanges {
  /**
   * Carries an act out on the 依頼 of an employee of this group, in one commit. Refuses `not_found` for nobody there,
   * what the act refuses, and `overtaken`.
   */
  act(group: { id: string; name: string }, employee: string, actor: Teller, act: PageAct): Promise<void>;
  /**
   * Sets the 確認状況 of many rows of this group in few commits, by an act that sends no mail. Answers each row's refusal,
   * null where it was done; `not_found` for nobody there and for whom `sees` leaves out. Refuses `overtaken`.
   */
  reviewMany(
    group: { id: string; name: string },
    actor: Teller,
    reviews: ManyReviews,
  ): Promise<(Refused | null)[]>;
  /**
   * Adds a 管理者メモ, which stands apart from 依頼ステータス and 操作履歴; the form sent twice adds it once. Refuses
   * `not_found`, `memo_room` and `overtaken`.
   */
  addMemo(groupId: string, employee: string, memo: Memo): Promise<void>;
}

/** Whoever means the same words again writes them later than a form that is sent twice. */
const SENT_AGAIN_MS = 60_000;

function isSentAgain(last: Memo | undefined, { text, by, at }: Memo): boolean {
  return last?.text === text && last.by === by && Math.abs(at - last.at) < SENT_AGAIN_MS;
}

/** The acts of pages on the 依頼 stored in `kv`. */
export function requestChangesOf(kv: Deno.Kv, committer: Committer, ref: YearRef): RequestChanges {
  const stores = storesOf(kv, ref);

  async function find(groupId: string, employee: string) {
    const member = await stores.members.byId(employee);
    if (!isAsked(member) || member.employee.groupId !== groupId) throw new Refusal("not_found");
    return member;
  }

  return {
    async act(group, employee, actor, { act, restoring = "none", more }) {
      const performer = await performerOf(stores, actor, group);
      await commitChange(kv, committer, {
        guards: [stores.members.guard(group.id)],
        async compute() {
          const member = await find(group.id, employee);
          const [subject] = await readSubjects(stores, [member], restoring);
          const acted = await act(subject!, performer.at);
          if (isRefused(acted)) throw new Refusal(acted.refuse, acted.params);
          const beside = await more?.(subject!, acted, performer) ?? [];
          return [...perform(performer, subject!, acted).writes, ...beside];
        },
      });
    },
    reviewMany: (...asked) => reviewMany(kv, committer, stores, ...asked),
    addMemo: (groupId, employee, memo) =>
      commitChange(kv, committer, {
        guards: [stores.members.guard(groupId)],
        async compute() {
          const member = await find(groupId, employee);
          const { request } = member;
          if (isSentAgain(request.memos.at(-1), memo)) return [];
          const memos = [...request.memos, memo];
          if (!memosFit(memos)) throw new Refusal("memo_room");
          return stores.members.putRequest(member, { ...request, memos }, []);
        },
      }),
  };
}
