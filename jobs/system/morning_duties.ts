import type { Group } from "../../domain/group.ts";
import { countOfMorning, type Morning, type MorningAct, morningAct } from "../../domain/morning.ts";
import { isAsked, perform, performerOf, readSubjects, type Subject } from "../../domain/perform.ts";
import { isRefused } from "../../domain/request_acts/acted.ts";
import { expire, remind } from "../../domain/request_acts/asking.ts";
import type { Stores } from "../../domain/stores.ts";
import { isPassed } from "../group_order.ts";
import type { Change, Effect, Job, Unit } from "../job.ts";
import { dayOf } from "../tokyo_day.ts";
import { systemOperation } from "./system_operation.ts";

/**
 * Every day at 08:00 (Asia/Tokyo): 依頼中 and 入力中 of groups whose 受付終了日 has come run out, and who has not submitted is
 * told again on the days of the group's 再通知設定 (reference/screens.md §4.2, §5.1, §9). The job's time is the morning's,
 * whenever an attempt runs.
 */
export const morningDuties = systemOperation({
  kind: "morning_duties",
  title: "受付終了と自動の再通知",
  async run(job) {
    const morning = morningOf(job.acceptedAt, String(job.options.since));
    let line = Number(job.position?.line ?? 0);
    for (const group of await job.data.groups.list()) {
      if (isPassed(group.id, job.position)) continue;
      if (await morningWork(job.data, group, morning) > 0) line = await runGroup(job, group, morning, line);
    }
    return job.summary({
      done: {
        expire: "件の依頼を回答期限切れにしました。",
        remind: "件の依頼を再通知しました。",
        expire_unsent: "件の依頼を回答期限切れにしました（メールアドレスなし）。",
        remind_unsent: "件の依頼はメールアドレスがないため再通知しませんでした。",
      },
    });
  },
});

/** The morning of a moment, with the days from `since` (YYYY-MM-DD) on, which nobody has looked at. */
export function morningOf(at: number, since: string): Morning {
  return { at, since, today: dayOf(at) };
}

/** How many 依頼 of a group the morning meets: two reads, or three where somebody is being asked. */
export async function morningWork(
  { groups, settings }: Pick<Stores, "groups" | "settings">,
  group: Group,
  morning: Morning,
): Promise<number> {
  const tally = await groups.tally(group.id);
  // Settings are looked at where there is somebody whom they could concern.
  const { requested = 0, answering = 0, correcting = 0 } = tally.byStatus;
  if (requested + answering + correcting === 0) return 0;
  return countOfMorning(tally, group, await settings.ofGroup(group.id), morning);
}

/** Goes through a group; `line` is the number of the last 依頼 before it, the answer that of its own last one. */
async function runGroup(job: Job, group: Group, morning: Morning, line: number): Promise<number> {
  const effect = await effectOn(job, group, morning);
  const after = job.position?.group === group.id ? String(job.position.code) : null;
  for await (const members of job.data.members.walk(group.id, after)) {
    const met = members.filter(({ request }) =>
      request !== null && morningAct(request.status, group, effect.settings, morning) !== null
    );
    const units = met.map(({ employee: { code } }) => {
      line++;
      return { line, key: code, position: { line, group: group.id, code } };
    });
    await job.apply(units, effect);
  }
  return line;
}

/** Somebody as they are now, and what the morning brings them. */
interface Met {
  subject: Subject | null;
  act: MorningAct;
}

async function effectOn({ data }: Job, group: Group, morning: Morning) {
  const performer = await performerOf(data, null, group);
  const effect: Effect<Unit, Met> = {
    guards: [data.members.guard(group.id)],
    async read(units) {
      const [present, settings, members] = await Promise.all([
        data.groups.get(group.id),
        data.settings.ofGroup(group.id),
        data.members.byCodes(units.map(({ key }) => key)),
      ]);
      const here = members.map((member) =>
        isAsked(member) && member.employee.groupId === group.id ? member : null
      );
      const subjects = await readSubjects(data, here.filter((member) => member !== null), "none");
      const found = subjects.values();
      return here.map((member) => ({
        subject: member && found.next().value!,
        act: member && present && morningAct(member.request.status, present, settings, morning),
      }));
    },
    change(_unit, { subject, act }): Change {
      const acted = subject && act && (act === "expire" ? expire : remind)(subject.member.request);
      // Moved, answered or put off since the walk came by.
      if (!acted || isRefused(acted)) return { skip: "settled" };
      const { writes, mail } = perform(performer, subject, acted);
      return { count: mail === "no_address" ? `${act}_unsent` : String(act), writes };
    },
  };
  return { ...effect, settings: await data.settings.ofGroup(group.id) };
}
