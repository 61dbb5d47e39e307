import { seededFolder } from "../support/chaos/app.ts";
import { killedWhileSending, type MailDeath, sentCleanly } from "../support/chaos/mails.ts";

const DEATHS: readonly MailDeath[] = [
  { point: "mail-claim:after", nth: 2 },
  { point: "mail-settle:before" },
  { point: "mail-settle:after", nth: 3 },
  { taken: 30 },
];

Deno.test("mails on their way when the process is killed arrive, and nobody's comes as two different ones", async (t) => {
  await using seeded = await seededFolder();
  const clean = await sentCleanly(seeded);
  for (const death of DEATHS) {
    await t.step(JSON.stringify(death), () => killedWhileSending(seeded, death, clean));
  }
});
