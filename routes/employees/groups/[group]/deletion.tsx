import { page } from "fresh";
import { FormPage } from "../../../../components/form/FormPage.tsx";
import { GroupDeletionText } from "../../../../components/members/GroupDeletionText.tsx";
import { DELETE_GROUP } from "../../../../components/members/texts.ts";
import { define } from "../../../../web/define.ts";
import { type GroupForm, groupForm, GROUPS_TAB } from "../../../../web/group_form.ts";
import { openGroup } from "../../../../web/group_page.ts";
import { settleForm } from "../../../../web/settle_form.ts";

/** 依頼グループを削除しますか？: `GET` asks, `POST` deletes. */
export const handler = define.handlers({
  async GET(ctx) {
    const { group } = await openGroup(ctx, "admin");
    return page<GroupForm>(groupForm(ctx.url, group.name));
  },
  async POST(ctx) {
    const { group } = await openGroup(ctx, "admin");
    const { services, tenant } = ctx.state;
    return await settleForm<GroupForm>(ctx, {
      act: () => services.groupChanges(tenant).remove(group.id),
      notice: "group_deleted",
      home: GROUPS_TAB,
      again: (problem, form) => groupForm(form, group.name, problem),
    });
  },
});

export default define.page<typeof handler>(({ data: { name, returnTo, problem } }) => (
  <FormPage {...DELETE_GROUP} look="danger" returnTo={returnTo} problem={problem}>
    <GroupDeletionText name={name} />
  </FormPage>
));
