import { restored } from "../domain/declaration/restore.ts";
import {
  type Asked,
  isAsked,
  perform,
  type Performer,
  performerOf,
  readSubjects,
  type Restoring,
  type Subject,
} from "../domain/perform.ts";
import { isRefused } from "../domain/request_acts/acted.ts";
import type { Member, MemberStore } from "../domain/stores.ts";
import type { Change, Effect, Job, Outcome } from "./job.ts";
import { MAIL_LINES, mailWords } from "./mail_counts.ts";
import { defineOperation, type Operation, type OperationSpec, type RequestAct } from "./operation.ts";
import { type SelectedMembers, selectedMembers, type SelectedUnit } from "./selected_members.ts";

/** What tells one operation on chosen 依頼 from the others. */
type RequestSpec =
  & Pick<OperationSpec, "kind" | "menu" | "label" | "permission" | "title" | "dialog" | "fields" | "password">
  & {
    act: RequestAct;
    /** What is said of those who were done, after their number. */
    done: string;
  };

/** An operation on chosen 依頼 of one group (rows 29–34): those that allow it are done, the others are listed. */
export function requestOperation({ act, done, ...place }: RequestSpec): Operation {
  return defineOperation({
    ...place,
    screen: "requests",
    scope: "group",
    rerun: "confirm",
    selection: true,
    requestAct: act,
    run: (job) => carryOut(job, act, done),
  });
}

async function carryOut(job: Job, act: RequestAct, done: string): Promise<Outcome> {
  if (!job.group) throw new Error("rows 29–34 are started for a group");
  const selected = selectedMembers(job);
  if (job.position === null) {
    const total = await selected.total();
    if (total !== null) job.expect(total);
  }
  const effect = acting(job, selected, await performerOf(job.data, job.actor, job.group), act);
  for await (const units of selected.units()) await job.apply(units, effect);
  return job.summary({
    done: { done },
    lines: { done, ...MAIL_LINES },
    skipped: {
      gone: "名は対象従業員から削除されていたため、処理しませんでした。",
      moved: "名はほかの依頼グループに移動していたため、処理しませんでした。",
      changed: "名は一覧の条件か操作できる範囲に合わなくなったため、処理しませんでした。",
    },
    left: "{n}名は一覧の条件や依頼グループが変わったため、処理しませんでした。",
  });
}

/** The words of `skipped` above. */
type Skipped = { skip: "gone" | "moved" | "changed" };

function acting(
  { data, options, group }: Pick<Job, "data" | "options" | "group">,
  selected: SelectedMembers,
  performer: Performer,
  act: RequestAct,
): Effect<SelectedUnit, Subject | Skipped> {
  const chosen = ({ id }: SelectedUnit, member: Member | null | undefined): Asked | Skipped => {
    // The same 社員番号 may have come back as a new target meanwhile.
    if (member?.employee.id !== id || !isAsked(member)) return { skip: "gone" };
    if (member.employee.groupId !== group!.id) return { skip: "moved" };
    return selected.fits(member) ? member : { skip: "changed" };
  };
  /** What the act needs of the restore point shows without it. */
  const restoring = ({ request }: Asked): Restoring => {
    const acted = act(request, options, {});
    return isRefused(acted) ? "none" : acted.restore ?? "none";
  };
  return {
    guards: [data.members.guard(group!.id)],
    async read(units) {
      const found = await lookUp(data.members, group!.id, units.map(({ key }) => key));
      const them = units.map((unit, i) => chosen(unit, found[i]));
      const subjects = await readSubjects(data, them.filter(isMember), restoring);
      let i = 0;
      return them.map((one) => isMember(one) ? subjects[i++]! : one);
    },
    change(_unit, subject): Change {
      if ("skip" in subject) return subject;
      const before = restored(subject.point, subject.startLoan).documents;
      const acted = act(subject.member.request, options, before);
      if (isRefused(acted)) return acted;
      const { writes, mail } = perform(performer, subject, acted);
      return { count: ["done", ...mailWords(mail)], writes };
    },
  };
}

/** People by 社員番号, who are in the group as a rule. */
async function lookUp(members: MemberStore, group: string, codes: string[]): Promise<(Member | null)[]> {
  const inside = await members.inGroup(group, codes);
  const others = codes.filter((_, i) => !inside[i]);
  const elsewhere = await members.byCodes(others);
  let i = 0;
  return inside.map((member) => member ?? elsewhere[i++] ?? null);
}

function isMember(one: Asked | Skipped): one is Asked {
  return !("skip" in one);
}
