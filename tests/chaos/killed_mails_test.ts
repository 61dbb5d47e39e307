import { seededFolder } from "../support/chaos/app.ts";
import { atOnce } from "../support/chaos/at_once.ts";
import { killedWhileSending, type MailDeath, sentCleanly } from "../support/chaos/mails.ts";

const DEATHS: readonly MailDeath[] = [
  { point: "mail-claim:after", nth: 2 },
  { point: "mail-settle:before" },
  { point: "mail-settle:after", nth: 3 },
  { taken: 30 },
];

// Steps side by side, which wait for mails and for processes to start.
const apart = { sanitizeOps: false, sanitizeResources: false, sanitizeExit: false };

Deno.test({
  name: "mails on their way when the process is killed arrive, and nobody's comes as two different ones",
  ...apart,
  async fn(t) {
    await using seeded = await seededFolder();
    const clean = await sentCleanly(seeded);
    await atOnce(2, DEATHS, async (death) => {
      const fn = () => killedWhileSending(seeded, death, clean);
      await t.step({ name: JSON.stringify(death), ...apart, fn });
    });
  },
});
