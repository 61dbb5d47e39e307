import { page } from "fresh";
import { DeadlinePage } from "../../../../components/settings/DeadlinePage.tsx";
import { groupSettingsAddress } from "../../../../components/settings/GroupSettingsTabs.tsx";
import { type DeadlineForm, deadlineForm, readDeadline } from "../../../../web/deadline_form.ts";
import { define } from "../../../../web/define.ts";
import { readForm } from "../../../../web/forms.ts";
import { openGroup } from "../../../../web/group_page.ts";
import { withNotice } from "../../../../web/notice.ts";
import { seeOther } from "../../../../web/see_other.ts";

interface Page extends DeadlineForm {
  group: { id: string; name: string };
}

/** 再通知・締切設定 of one group (reference/screens.md §4.2): `POST` takes `closes_on` and `closed_message`. */
export const handler = define.handlers({
  async GET(ctx) {
    const { group } = await openGroup(ctx, "data");
    return page<Page>({ group: { id: group.id, name: group.name }, ...deadlineForm(group) });
  },

  async POST(ctx) {
    const { user, group: { id, name } } = await openGroup(ctx, "data");
    const { services, tenant } = ctx.state;
    const read = readDeadline(await readForm(ctx.req));
    if ("form" in read) return page<Page>({ group: { id, name }, ...read.form }, { status: 422 });
    await services.groupChanges(tenant).setDeadline(id, read.deadline, user);
    return seeOther(withNotice(groupSettingsAddress(id, "deadline"), "settings_saved"));
  },
});

export default define.page<typeof handler>(({ data }) => <DeadlinePage {...data} />);
