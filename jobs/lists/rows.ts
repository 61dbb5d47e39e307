import { type Collected, collectedOf, withoutBaseline } from "../../domain/declaration/collected.ts";
import { type Figures, figuresOf } from "../../domain/declaration/computed/figures.ts";
import { type AskedRow, numberedAs, type Row } from "../../domain/lists/row.ts";
import { holderKey, OWN } from "../../domain/my_number.ts";
import type { SealedNumber } from "../../domain/my_number_store.ts";
import { type Asked, isAsked } from "../../domain/perform.ts";
import type { Member } from "../../domain/stores.ts";
import type { Job } from "../job.ts";

/** Reads the rows of a batch of members, in its order; people in no group have none. `group`: the name of theirs. */
export type RowReader<R = Row> = (group: string, batch: readonly Member[]) => Promise<R[]>;

/** Reads for lists about 依頼 alone: nothing that is not there already. */
export const readAsked: RowReader<AskedRow> = (group, batch) =>
  Promise.resolve(batch.filter(isAsked).map(({ employee, request }) => ({ group, employee, request })));

/** A reader for one job, which reads 会社名 once. */
export async function rowReader({ data, myNumbers, year }: Job): Promise<RowReader> {
  const company = await data.outbox.company();
  return async (group, batch) => {
    const members = batch.filter(isAsked);
    const ids = members.map(({ employee }) => employee.id);
    const [collected, baselines, numbers] = await Promise.all([
      collectedOf(data, members),
      data.members.baselines(ids),
      myNumbers.of(ids),
    ]);
    return members.map((member, i) => {
      const baseline = baselines[i] ?? { ...withoutBaseline(member.employee), takenAt: null };
      return rowOf(year, member, collected[i]!, { company, group, baseline, numbered: namesOf(numbers[i]!) });
    });
  };
}

/** Figures are computed when a column asks for them: few lists do, and a year may have no tax table. */
function rowOf(
  year: number,
  { employee, request }: Asked,
  collected: Collected,
  rest: Pick<Row, "company" | "group" | "baseline" | "numbered">,
): Row {
  let figures: Figures | null = null;
  return {
    ...rest,
    ...collected,
    employee,
    request,
    get figures() {
      return figures ??= figuresOf(year, collected);
    },
  };
}

function namesOf(numbers: readonly SealedNumber[]): Set<string> {
  return new Set(
    numbers.map(({ holder }) => numberedAs(holderKey(holder) === holderKey(OWN) ? null : holder)),
  );
}
