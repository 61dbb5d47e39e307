import fc from "fast-check";
import { someAct } from "../../../domain/request_acts/acts_fixture.ts";
import { STAFF_EXCLUSIONS } from "../../../domain/request_acts/asking.ts";
import { codeOf, idOf } from "../../../jobs/requests_fixture.ts";
import { openRequestWorld, PEOPLE, type RequestWorld } from "./request_world.ts";

/** One thing that happens, and how it is told when a schedule fails. */
interface Step {
  told: string;
  run(world: RequestWorld): Promise<unknown> | unknown;
}

/** So often workers die, at most: a job that loses its worker a third time is given up. */
const DEATHS = 2;
const MORNINGS = 2;

/** A person; the same few come often, so that their 依頼 get far. */
const somebody = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: PEOPLE }) },
);

const group = fc.constantFrom("first", "first", "second" as const);
const someReason = fc.constantFrom<[string, string][]>(
  ...STAFF_EXCLUSIONS.map((reason): [string, string][] => [["reason", reason]]),
);
const selection = fc.oneof(
  { weight: 2, arbitrary: fc.constant<[string, string][]>([["all", "1"]]) },
  fc.uniqueArray(somebody, { minLength: 1, maxLength: PEOPLE }).map((them) =>
    them.map((n): [string, string] => ["ids", idOf(n)])
  ),
);
const KINDS = [
  "send_requests",
  "send_requests",
  "exclude_requests",
  "confirm_requests",
  "unconfirm_requests",
  "remind_requests",
  "reset_requests",
];

/** Rows 29–34. */
const operation: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom(...KINDS), selection, someReason, group).map(
  ([kind, chosen, reason, group]) => ({
    told: `${kind} ${chosen.length} ${group}`,
    run: (world) => world.start(kind, [...chosen, ...(kind === "exclude_requests" ? reason : [])], group),
  }),
);

/** A CSV about some people, one value each. */
const csv = (kind: string, column: string, values: readonly string[]): fc.Arbitrary<Step> =>
  fc.tuple(
    fc.uniqueArray(fc.tuple(somebody, fc.constantFrom(...values)), {
      minLength: 1,
      maxLength: PEOPLE,
      selector: ([n]) => n,
    }),
    group,
  ).map(([rows, group]) => ({
    told: `${kind} ${rows.map(([n, value]) => `${n}:${value}`)} ${group}`,
    run: (world) =>
      world.start(
        kind,
        [],
        group,
        [["社員番号", column], ...rows.map(([n, value]) => [codeOf(n), value])].map((row) => `${row}\r\n`)
          .join(""),
      ),
  }));

const pageAct: fc.Arbitrary<Step> = fc.tuple(somebody, someAct).map(([n, act]) => ({
  told: `page: ${act.kind} ${n}`,
  run: (world) => world.act(n, act),
}));

const step = (n: number): Step => ({
  told: `${n} commits`,
  async run(world) {
    for (let i = 0; i < n; i++) await world.step();
  },
});

const someStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: operation },
  { weight: 1, arbitrary: csv("update_request_statuses", "依頼", ["1", "2", "2", "99", ""]) },
  { weight: 1, arbitrary: csv("import_request_groups", "依頼グループ", ["本社", "工場"]) },
  { weight: 8, arbitrary: pageAct },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }).map(step) },
  { weight: 1, arbitrary: fc.constant<Step>({ told: "death", run: (world) => world.die() }) },
  { weight: 1, arbitrary: fc.constant<Step>({ told: "08:00", run: (world) => world.morning() }) },
);

/** Steps without those that come oftener than they may. */
function atMost(steps: readonly Step[], told: string, times: number): Step[] {
  let left = times;
  return steps.filter((step) => step.told !== told || left-- > 0);
}

const schedule = fc.array(someStep, { minLength: 10, maxLength: 50, size: "max" })
  .map((steps) => atMost(atMost(steps, "death", DEATHS), "08:00", MORNINGS));

/**
 * Plays random schedules of all that can happen to 依頼: acts of pages, operations, moves, mornings and deaths of workers,
 * between any two commits of a job. Throws with the seed and the schedule after which something was not as it must be.
 */
export async function playRequestSchedules(numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(schedule, async (steps) => {
      await using world = await openRequestWorld();
      for (const { run } of steps) await run(world);
      await world.finish();
    }),
    {
      numRuns,
      endOnFailure: true,
      reporter({ failed, seed, counterexample, errorInstance }) {
        const told = counterexample?.[0].map(({ told }) => told).join("\n");
        if (failed) throw new Error(`seed ${seed}, after:\n${told}`, { cause: errorInstance });
      },
    },
  );
}
