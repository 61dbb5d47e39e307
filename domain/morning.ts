import { isClosed } from "./deadline.ts";
import type { Group, GroupTally } from "./group.ts";
import type { GroupSettings } from "./group_settings.ts";
import { type Reminder, reminderDates } from "./reminder.ts";
import type { RequestStatus } from "./request.ts";

/** A morning (08:00 Asia/Tokyo) at which the system looks at a group, with those that were missed before it. */
export interface Morning {
  /** The moment, ms since the epoch. */
  at: number;
  /** The first day that nobody has looked at yet, and the present one (YYYY-MM-DD, Asia/Tokyo). */
  since: string;
  today: string;
}

/** What runs out when a group closes. */
const EXPIRING: readonly RequestStatus[] = ["requested", "answering"];
/** Who is told again. */
const REMINDED: readonly RequestStatus[] = ["requested", "answering", "correcting"];

/** What a morning brings to the 依頼 of a group: nothing, 回答期限切れ, or a 再通知. */
export type MorningAct = "expire" | "remind" | null;

/** True when mails of this reminder were to go on one of the days. Days that were missed are made up by one mail. */
export function isReminderDue(reminder: Reminder | null, { since, today }: Morning): boolean {
  return reminder !== null && reminderDates(reminder).some((date) => since <= date && date <= today);
}

/** What the morning does to a 依頼 with this status. */
export function morningAct(
  status: RequestStatus,
  group: Pick<Group, "closesOn">,
  { reminder }: Pick<GroupSettings, "reminder">,
  morning: Morning,
): MorningAct {
  // Also in a group that closed long ago: people came into it, or were asked, since.
  if (EXPIRING.includes(status) && isClosed(group, morning.at)) return "expire";
  return REMINDED.includes(status) && isReminderDue(reminder, morning) ? "remind" : null;
}

/** How many 依頼 of a group the morning can meet, as its counts say. */
export function countOfMorning(
  { byStatus }: Pick<GroupTally, "byStatus">,
  group: Pick<Group, "closesOn">,
  settings: Pick<GroupSettings, "reminder">,
  morning: Morning,
): number {
  return REMINDED.filter((status) => morningAct(status, group, settings, morning) !== null)
    .reduce((sum, status) => sum + (byStatus[status] ?? 0), 0);
}
