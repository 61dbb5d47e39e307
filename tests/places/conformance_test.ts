import { atOnce } from "../support/chaos/at_once.ts";
import * as accepting from "../support/places/promises/accepting.ts";
import * as dying from "../support/places/promises/dying.ts";
import * as running from "../support/places/promises/running.ts";
import { DRIVERS } from "../support/places/places.ts";
import { seed } from "../support/places/seed.ts";
import { openWorld, type World } from "../support/places/world.ts";

/** What is promised of jobs (design §4.1), wherever they run; R3 stands in same_end_test.ts. */
const PROMISES: Record<string, (world: World) => Promise<void>> = {
  "R1: what is accepted is never lost": accepting.whatIsAcceptedIsNeverLost,
  "R1: what is refused leaves nothing": accepting.whatIsRefusedLeavesNothing,
  "R2, R10: the same form twice is one job, which ends once": accepting.sameFormTwiceIsOneJob,
  "R4, R6: a job that kills its process is given up, one beside it is not": dying.whoKillsIsGivenUp,
  "R5: a long job is run by one process": running.aLongJobIsRunByOne,
  "R7: a job that is stopped leaves no half file": running.aStoppedJobLeavesNoFile,
  "R8: what runs is handed back at no cost": running.whatRunsIsHandedBack,
  "R9: the next slot is that of who has none": accepting.nextSlotIsTheNewcomers,
};

/** Where the database is behind a network. */
const OVER_A_NETWORK: typeof PROMISES = {
  "R2, R6: a database that is away for a while costs nothing": running.anAbsentDatabaseCostsNothing,
  "no file is written beside the database": running.noFileIsWritten,
};

// Processes that died in the middle of something wait for ever.
const apart = { sanitizeOps: false, sanitizeResources: false, sanitizeExit: false };

Deno.test({
  name: "what is promised of jobs holds at every place",
  ...apart,
  async fn(t) {
    await using seeded = await seed();
    const cases = DRIVERS.flatMap((driver) =>
      Object.entries(driver.kind === "host" ? PROMISES : { ...PROMISES, ...OVER_A_NETWORK })
        .map(([name, keep]) => ({ driver, name, keep }))
    );
    // Most of them wait for a network most of the time.
    await atOnce(8, cases, async ({ driver, name, keep }) => {
      await t.step({
        name: `${driver.name}, ${name}`,
        ...apart,
        async fn() {
          await using world = await openWorld(seeded, driver);
          await keep(world);
        },
      });
    });
  },
});
