import assert from "node:assert/strict";
import { now } from "../../domain/clock.ts";
import { Refusal } from "../../domain/errors.ts";
import { auditLog, eventually } from "../engine/test_tools.ts";
import { countOpen } from "../engine/lookups.ts";
import {
  changeRequests,
  countsAgree,
  GROUP,
  historyOf,
  mailsOf,
  membersOf,
  statesOf,
  type TestPerson,
  write,
  yearOf,
} from "../requests_fixture.ts";
import { ensureMornings } from "../../kv/mornings.ts";
import { ADMIN, TENANT } from "../test_tools.ts";
import { timeText } from "../../domain/tokyo_time.ts";
import { diesTwice } from "../twice_dead_fixture.ts";
import {
  closeOn,
  meetMorning,
  nextMornings,
  openMornings,
  passMornings,
  remindOn,
  systemJobs,
} from "./morning_fixture.ts";

const EVERY_STATUS: TestPerson[] = [
  { request: { status: "requested" } },
  { request: { status: "answering" } },
  { request: { status: "answering" }, master: { account: null } },
  {},
  { request: { status: "answered" } },
  { request: { status: "correcting" } },
  { request: { status: "reanswered" } },
  { request: { status: "confirmed" } },
  { request: { status: "expired", beforeExpiry: "answering" } },
];

Deno.test("at 08:00 of 受付終了日 依頼中 and 入力中 become 回答期限切れ, with 操作履歴 and a mail; nothing else does", async () => {
  await using c = await openMornings(EVERY_STATUS);
  await closeOn(c, "2026-11-03");
  await passMornings(c);
  assert.equal(timeText(now()), "2026/11/03 08:00:00");
  assert.deepEqual(await statesOf(c), [
    "expired",
    "expired",
    "expired",
    "not_requested",
    "answered",
    "correcting",
    "reanswered",
    "confirmed",
    "expired",
  ]);
  assert.deepEqual((await membersOf(c, [1, 2])).map(({ request }) => request.beforeExpiry), [
    "requested",
    "answering",
  ]);
  assert.deepEqual(await mailsOf(c), ["expired 000001@acme.example", "expired 000002@acme.example"]);
  assert.deepEqual(await historyOf(c, 3), [
    "設定した受付終了日を過ぎたため、システムにより依頼が［回答期限切れ］に変更されました",
  ]);
  assert.deepEqual(await historyOf(c, 4), []);
  await countsAgree(c);
  const [job] = await systemJobs(c);
  assert.equal(
    job!.job!.message,
    "2件の依頼を回答期限切れにしました。0件の依頼を再通知しました。" +
      "1件の依頼を回答期限切れにしました（メールアドレスなし）。" +
      "0件の依頼はメールアドレスがないため再通知しませんでした。",
  );
});

Deno.test("a morning with nothing to do leaves nothing but the next one", async () => {
  await using c = await openMornings([{ request: { status: "requested" } }, {
    request: { status: "answered" },
  }]);
  await closeOn(c, "2026-11-05");
  await passMornings(c, 2);
  assert.deepEqual(await systemJobs(c), []);
  assert.deepEqual((await nextMornings(c)).map(timeText), ["2026/11/05 08:00:00"]);
  assert.deepEqual(await statesOf(c), ["requested", "answered"]);
});

Deno.test("who is sent a request in a closed group is met on the next morning", async () => {
  await using c = await openMornings([{}, { request: { status: "requested" } }]);
  await closeOn(c, "2026-11-03");
  await passMornings(c);
  await changeRequests(c, [1], () => ({ status: "requested" }));
  assert.deepEqual(await statesOf(c), ["requested", "expired"]);
  await passMornings(c);
  assert.deepEqual(await statesOf(c), ["expired", "expired"]);
  await passMornings(c);
  assert.equal((await systemJobs(c)).length, 2);
  assert.equal((await mailsOf(c)).length, 2);
});

Deno.test("a 受付終了日 that is put off moves the end; what ran out stays", async () => {
  await using c = await openMornings([{ request: { status: "requested" } }, {}]);
  await closeOn(c, "2026-11-03");
  await passMornings(c);
  await closeOn(c, "2026-11-05");
  await changeRequests(c, [2], () => ({ status: "requested" }));
  await passMornings(c);
  assert.deepEqual(await statesOf(c), ["expired", "requested"]);
  await passMornings(c);
  assert.deepEqual(await statesOf(c), ["expired", "expired"]);
});

Deno.test("再通知 goes on each of its days, to 依頼中, 入力中 and 修正依頼中", async () => {
  await using c = await openMornings(EVERY_STATUS);
  await remindOn(c, { baseOn: "2026-11-19", daysBefore: 8, everyDays: 2 });
  const days: string[] = [];
  for (let n = 0, before = 0; n < 20; n++) {
    await passMornings(c);
    const { length } = await mailsOf(c);
    if (length > before) days.push(`${timeText(now()).slice(5, 10)} ${length - before}`);
    before = length;
  }
  assert.deepEqual(days, ["11/11 3", "11/13 3", "11/15 3", "11/17 3", "11/19 3"]);
  assert.deepEqual([...new Set(await mailsOf(c))], [
    "reminded 000001@acme.example",
    "reminded 000002@acme.example",
    "reminded 000006@acme.example",
  ]);
  assert.deepEqual(await historyOf(c, 6), Array.from({ length: 5 }, () => "システムが依頼を再通知しました"));
  assert.deepEqual((await historyOf(c, 3)).length, 5, "no address, no mail, but it is told");
  assert.equal((await statesOf(c))[1], "answering");
});

Deno.test("on the last day what closes is not reminded too", async () => {
  await using c = await openMornings(EVERY_STATUS);
  await remindOn(c, { baseOn: "2026-11-03", daysBefore: 0, everyDays: 1 });
  await closeOn(c, "2026-11-03");
  await passMornings(c);
  assert.deepEqual(await mailsOf(c), [
    "expired 000001@acme.example",
    "expired 000002@acme.example",
    "reminded 000006@acme.example",
  ]);
});

Deno.test("mornings that were missed are made up once", async () => {
  await using c = await openMornings([{ request: { status: "requested" } }, {
    request: { status: "correcting" },
  }]);
  await remindOn(c, { baseOn: "2026-11-08", daysBefore: 6, everyDays: 1 });
  await closeOn(c, "2026-11-06");
  // 3 to 6 November at once: nobody was there to tick.
  await passMornings(c, 4, { sweep: true });
  assert.deepEqual(await statesOf(c), ["expired", "correcting"]);
  assert.deepEqual(await mailsOf(c), ["expired 000001@acme.example", "reminded 000002@acme.example"]);
  assert.equal((await systemJobs(c)).length, 1);
  await passMornings(c);
  assert.equal((await mailsOf(c)).length, 3);
});

Deno.test("a morning is no job of anybody: not listed, counted, followed, opened or started; the log has it", async () => {
  const left = new AbortController();
  await using c = await openMornings([{ request: { status: "requested" } }]);
  await closeOn(c, "2026-11-03");
  const asker = { tenant: TENANT, user: ADMIN };
  const events: unknown[] = [];
  const following = (async () => {
    for await (const event of c.service.events(asker, left.signal)) events.push(event);
  })();
  const letGo = c.hold();
  const passing = passMornings(c);
  await eventually(async () => (await systemJobs(c)).some(({ run }) => run?.owner));
  const [open] = await systemJobs(c);
  const { id } = open!.job!;
  assert.equal(await countOpen(c.files.kv, TENANT.id, 10), 0);
  letGo();
  await passing;
  left.abort();
  await following;
  assert.deepEqual(events, []);
  for (
    const query of [{}, { kind: "morning_duties" }, { status: "completed" as const }, { text: "再通知" }]
  ) {
    assert.deepEqual((await c.service.list(asker, query)).jobs, []);
  }
  const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
  await assert.rejects(c.service.detail(asker, id), refused("job_not_found"));
  await assert.rejects(c.service.cancel(asker, id), refused("job_not_found"));
  await assert.rejects(c.accept({ operation: "morning_duties" }), refused("unknown_operation"));
  const told = (await auditLog(c.files.kv, TENANT.id)).filter(({ job }) => job === id);
  assert.deepEqual(told.map(({ event, actor }) => `${event} ${actor}`).sort(), [
    "accepted null",
    "claimed null",
    "finished null",
  ]);
});

Deno.test("300 requests, with workers that die twice on the way: once each, as in a clean run", async () => {
  const people: TestPerson[] = Array.from({ length: 300 }, (_, i) => ({
    request: { status: i % 3 === 0 ? "requested" : i % 3 === 1 ? "correcting" : "answered" },
  }));
  await diesTwice(async (deadly) => {
    let breakWorkers = () => {};
    const c = await openMornings(people, deadly(() => breakWorkers()));
    breakWorkers = c.breakWorkers;
    await closeOn(c, "2026-11-03");
    for (const group of [GROUP, "01B"]) {
      await remindOn(c, { baseOn: "2026-11-03", daysBefore: 0, everyDays: 1 }, group);
    }
    // The first group comes last: what is left of it is done after the other.
    const some = await membersOf(c, Array.from({ length: 60 }, (_, i) => i + 1));
    await write(c, () => Promise.resolve(some.flatMap((member) => c.stores.members.move(member, "01B"))));
    await passMornings(c);
    const [job] = await systemJobs(c);
    const stored = [await yearOf(c), await mailsOf(c)];
    await c[Symbol.asyncDispose]();
    assert.equal((stored[1] as string[]).length, 200);
    return { ended: { job: job!.job!, result: job!.result!, files: [] } as never, stored };
  });
});

Deno.test("who answers, moves away or is put off while the morning runs is left alone", async () => {
  let meanwhile: (() => Promise<void>) | null = null;
  await using c = await openMornings(
    Array.from({ length: 5 }, () => ({ request: { status: "requested" } })),
    {
      committerOfWorkers: (committer) => ({
        async commit(change, priority) {
          const act = change.mutations.some(({ key }) => key[2] === "checkpoint") ? meanwhile : null;
          meanwhile = act ? null : meanwhile;
          await act?.();
          return await committer.commit(change, priority);
        },
      }),
    },
  );
  await closeOn(c, "2026-11-03");
  const [, second, third] = await membersOf(c, [1, 2, 3]);
  meanwhile = () =>
    write(c, () =>
      Promise.resolve([
        ...c.stores.members.move(second!, "01B"),
        ...c.stores.members.putRequest(third!, { ...third!.request, status: "answered" }, []),
      ]));
  await passMornings(c);
  assert.deepEqual(await statesOf(c), ["expired", "answered", "expired", "expired"]);
  assert.deepEqual(await statesOf(c, "01B"), ["requested"]);
  assert.equal((await mailsOf(c)).length, 3);
  assert.equal((await systemJobs(c))[0]!.checkpoint!.counts["skipped.settled"], 2);
});

Deno.test("two processes that meet the same morning begin one job", async () => {
  await using c = await openMornings([{ request: { status: "requested" } }], { idle: true });
  await closeOn(c, "2026-11-03");
  const [due] = await nextMornings(c);
  c.pass(due! - now());
  await Promise.all(Array.from({ length: 4 }, () => meetMorning(c, due!)));
  await meetMorning(c, due!);
  // Somebody who started when it was still to come names it again.
  await ensureMornings(c.committer, [TENANT], due! - 1);
  await meetMorning(c, due!);
  assert.equal((await systemJobs(c)).length, 1);
  assert.deepEqual((await nextMornings(c)).map(timeText), ["2026/11/04 08:00:00"]);
});
