import type { Employee } from "../domain/employee.ts";
import { entriesOf, type HistoryAct, type Teller } from "../domain/history.ts";
import { type Asked, isAsked, type Performer, performerOf } from "../domain/perform.ts";
import { type Acted, isRefused, type Refused } from "../domain/request_acts/acted.ts";
import type { Request, Reviewed } from "../domain/request.ts";
import type { ReviewKey } from "../domain/reviews.ts";
import type { Member, Stores } from "../domain/stores.ts";
import type { Write } from "../domain/write.ts";
import type { Committer } from "./commit.ts";
import { commitChange } from "./guarded.ts";

/** One act on many documents and 前職情報, which sends no mail and restores nothing. */
export interface ManyReviews {
  rows: readonly ReviewKey[];
  /** Computed again when somebody else wrote in between, so it is pure. */
  act(request: Request, of: Reviewed, at: number): Acted;
  sees(employee: Employee): boolean;
}

/** People whose 依頼 change in one commit: the largest still fit. */
const PEOPLE_AT_ONCE = 10;

const NOBODY: Refused = { refuse: "not_found", params: {} };

/** See `RequestChanges.reviewMany`. */
export async function reviewMany(
  kv: Deno.Kv,
  committer: Committer,
  stores: Stores,
  group: { id: string; name: string },
  actor: Teller,
  reviews: ManyReviews,
): Promise<(Refused | null)[]> {
  const performer = await performerOf(stores, actor, group);
  const people = [...Map.groupBy(reviews.rows, ({ id }) => id)];
  const outcome = new Map<ReviewKey, Refused | null>();
  for (let i = 0; i < people.length; i += PEOPLE_AT_ONCE) {
    const some = people.slice(i, i + PEOPLE_AT_ONCE);
    await commitChange(kv, committer, {
      guards: [stores.members.guard(group.id)],
      async compute() {
        const members = await Promise.all(some.map(([id]) => stores.members.byId(id)));
        return some.flatMap(([, rows], n) => {
          const member = visible(members[n]!, group.id, reviews);
          return reviewed(performer, member, rows, reviews, outcome);
        });
      },
    });
  }
  return reviews.rows.map((row) => outcome.get(row)!);
}

/** The member where they have a 依頼 in this group, and the person who acts sees them. */
function visible(member: Member | null, groupId: string, { sees }: ManyReviews): Asked | null {
  if (!isAsked(member) || member.employee.groupId !== groupId) return null;
  return sees(member.employee) ? member : null;
}

/** The writes of an act on several rows of one person, one after the other; notes what became of each. */
function reviewed(
  { stores, at, who }: Performer,
  member: Asked | null,
  rows: readonly ReviewKey[],
  { act }: ManyReviews,
  outcome: Map<ReviewKey, Refused | null>,
): readonly Write[] {
  if (!member) {
    for (const row of rows) outcome.set(row, NOBODY);
    return [];
  }
  let { request } = member;
  const history: HistoryAct[] = [];
  for (const row of rows) {
    const acted = act(request, row.of, at);
    outcome.set(row, isRefused(acted) ? acted : null);
    if (isRefused(acted)) continue;
    if (acted.mail || acted.restore) {
      throw new Error("an act on many rows sends no mail and restores nothing");
    }
    request = acted.request;
    history.push(...acted.history);
  }
  if (request === member.request) return [];
  return stores.members.putRequest(member, request, entriesOf(history, who, at));
}
