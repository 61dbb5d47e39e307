import { page } from "fresh";
import { groupSettingsAddress } from "../../../../components/settings/GroupSettingsTabs.tsx";
import { ReminderPage, type ReminderPageProps } from "../../../../components/settings/ReminderPage.tsx";
import { now } from "../../../../domain/clock.ts";
import { reminderDays } from "../../../../domain/reminder.ts";
import { define } from "../../../../web/define.ts";
import { readForm } from "../../../../web/forms.ts";
import { type GroupScreen, openGroup } from "../../../../web/group_page.ts";
import { withNotice } from "../../../../web/notice.ts";
import { readReminder, type ReminderForm, reminderForm } from "../../../../web/reminder_form.ts";
import { seeOther } from "../../../../web/see_other.ts";

/** 再通知 of one group (reference/screens.md §4.2): `POST` takes `base_on`, `days_before` and `every_days`. */
export const handler = define.handlers({
  async GET(ctx) {
    return page(await reminderPage(await openGroup(ctx, "data"), null));
  },

  async POST(ctx) {
    const screen = await openGroup(ctx, "data");
    const { services, tenant } = ctx.state;
    const read = readReminder(await readForm(ctx.req));
    if ("form" in read) return page(await reminderPage(screen, read.form), { status: 422 });
    const { user, group: { id } } = screen;
    await services.settingsChanges(tenant).ofGroup(id, (settings) => ({ ...settings, ...read }), user);
    return seeOther(withNotice(groupSettingsAddress(id, "reminder"), "settings_saved"));
  },
});

/** @param refused the form that was refused; null: what is stored */
async function reminderPage(
  { stores, group: { id, name, closesOn } }: GroupScreen,
  refused: ReminderForm | null,
): Promise<ReminderPageProps> {
  const { reminder } = await stores.settings.ofGroup(id);
  return {
    group: { id, name },
    ...(refused ?? reminderForm(reminder)),
    days: reminder && reminderDays(reminder, closesOn, now()),
  };
}

export default define.page<typeof handler>(({ data }) => <ReminderPage {...data} />);
