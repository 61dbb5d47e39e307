import { page } from "fresh";
import { groupSettingsAddress } from "../../../../components/settings/GroupSettingsTabs.tsx";
import { NoticePage, type NoticePageProps } from "../../../../components/settings/NoticePage.tsx";
import { groupSettingsSchema } from "../../../../domain/group_settings.ts";
import { define } from "../../../../web/define.ts";
import { fieldErrors } from "../../../../web/field_errors.ts";
import { readForm, textOf } from "../../../../web/forms.ts";
import { openGroup } from "../../../../web/group_page.ts";
import { withNotice } from "../../../../web/notice.ts";
import { seeOther } from "../../../../web/see_other.ts";

const formSchema = groupSettingsSchema.pick({ notice: true });

/** 管理者からのお知らせ設定 of one group (reference/screens.md §4.2): `POST` takes `notice`. */
export const handler = define.handlers({
  async GET(ctx) {
    const { stores, group: { id, name } } = await openGroup(ctx, "data");
    const { notice } = await stores.settings.ofGroup(id);
    return page<NoticePageProps>({ group: { id, name }, notice, error: undefined });
  },

  async POST(ctx) {
    const { user, group: { id, name } } = await openGroup(ctx, "data");
    const { services, tenant } = ctx.state;
    const notice = textOf(await readForm(ctx.req), "notice");
    const read = formSchema.safeParse({ notice });
    if (!read.success) {
      const error = fieldErrors(read.error).notice;
      return page<NoticePageProps>({ group: { id, name }, notice, error }, { status: 422 });
    }
    await services.settingsChanges(tenant).ofGroup(id, (settings) => ({ ...settings, ...read.data }), user);
    return seeOther(withNotice(groupSettingsAddress(id, "notice"), "settings_saved"));
  },
});

export default define.page<typeof handler>(({ data }) => <NoticePage {...data} />);
