import { monotonicFactory } from "ulid";
import type { Newcomer } from "../../domain/stores.ts";
import type { Guard } from "../../domain/write.ts";
import type { Change, Effect } from "../job.ts";
import { newcomersOf } from "../newcomers.ts";
import { defineOperation } from "../operation.ts";
import { readAhead } from "../read_ahead.ts";
import { isTooLarge } from "../record_size.ts";
import { sourceErrors } from "../source_errors.ts";
import { differs, type Holder, holdersOf, type Means, meet, type Met, settledBy } from "../source_people.ts";
import { dayOf } from "../tokyo_day.ts";

/**
 * Row 9: 従業員情報を同期. Takes in everybody of the master who may be, in no group, and renews 部署 and 雇用形態 of those
 * who are there already: reference/imports.md §2.7. Where their mails go is renewed beside that.
 */
export const syncEmployees = defineOperation({
  kind: "sync_employees",
  screen: "employees",
  menu: null,
  label: "従業員情報を同期",
  scope: "all",
  permission: "admin",
  rerun: "free",
  exclusive: "tenant",
  title: () => "従業員情報の同期",
  dialog: {
    title: "従業員情報の同期",
    description: [
      "基本機能から、年末調整の対象になる従業員を追加します。追加した従業員は、どの依頼グループにも登録されていません。",
      "すでに対象の従業員は、部署と雇用形態、メールの宛先だけが最新の内容になります。",
      "社員番号のない人、業務委託・派遣社員、退職した人は追加されません。",
    ],
    button: "同期",
  },
  errorFile: { table: sourceErrors },
  async run(job) {
    job.expect(await job.source.countEmployees());
    const effect = effectOf(job);
    const from = Number(job.position?.at ?? 0);
    let at = from;
    const met = readAhead(job.source.employees(from), (people) => {
      const first = at;
      at += people.length;
      return meet(people, first, job);
    });
    // Who is taken in here may change what the next were met as: `find` sees that, behind the guards.
    for await (const people of met) await job.apply(people, effect);
    return job.summary({
      done: { added: "名を追加し、", updated: "名を更新しました。" },
      lines: {
        added: "名を追加しました。",
        updated: "名の部署・雇用形態を更新しました。",
        address: "名はメールの宛先だけを更新しました。",
        unchanged: "名は変更がありませんでした。",
      },
      skipped: {
        no_code: "名は社員番号がないため追加しませんでした。",
        retired: "名は退職済みのため追加しませんでした。",
        employment_excluded: "名は業務委託・派遣社員のため追加しませんでした。",
        stays: "名は対象の条件から外れましたが、対象従業員に残っています。",
      },
    });
  },
});

/** What is stored of somebody; `newcomer` where nobody holds the 社員番号. */
interface Found {
  holder: Holder;
  newcomer: Newcomer | null;
}

function effectOf(job: Means): Effect<Met, Found | null> {
  const { members } = job.data;
  // Ids that follow each other lie together in the database, so that a commit touches few of its pages.
  const nextId = monotonicFactory();
  const today = dayOf(job.acceptedAt);
  return {
    guards: (people) => guardsOf(people, job),
    read: (people) => find(people, job),
    change({ master, settled }, found): Change {
      const change = settled ?? (found && settledBy(master, found.holder, today));
      if (change) return change;
      if (found?.newcomer) {
        if (isTooLarge(found.newcomer)) return { refuse: "master_too_large" };
        const writes = members.add(nextId(job.acceptedAt), found.newcomer, null, job.acceptedAt);
        return { count: "added", writes };
      }
      if (found?.holder.kind !== "self") throw new Error("a newcomer was not read");
      const { member } = found.holder;
      const count = differs(member.employee, master) ? "updated" : "address";
      return { count, writes: members.refresh(member, master) };
    },
  };
}

/** The group that somebody lies in; newcomers go to those in none. */
async function guardsOf(people: readonly Met[], { data: { members } }: Means): Promise<Guard[][]> {
  const open = people.filter(({ settled }) => !settled);
  const places = await members.placesOf(open.map(({ key }) => key));
  const guards = new Map(open.map(({ line }, i) => [line, members.guard(places[i] ?? null)]));
  return people.map(({ line }) => guards.has(line) ? [guards.get(line)!] : []);
}

async function find(people: readonly Met[], job: Means): Promise<(Found | null)[]> {
  const open = people.filter(({ settled }) => !settled).map(({ master }) => master);
  const holders = await holdersOf(open, job);
  const strangers = open.flatMap((master, i) =>
    holders[i]!.kind === "nobody" && master.code ? [{ ...master, code: master.code }] : []
  );
  const newcomers = new Map((await newcomersOf(job, strangers)).map((one) => [one.master.sourceId, one]));
  const found = new Map(open.map((master, i) => [master.sourceId, {
    holder: holders[i]!,
    newcomer: newcomers.get(master.sourceId) ?? null,
  }]));
  return people.map(({ settled, master }) => settled ? null : found.get(master.sourceId) ?? null);
}
