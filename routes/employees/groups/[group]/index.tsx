import { page } from "fresh";
import { FormPage } from "../../../../components/form/FormPage.tsx";
import { GroupNameField } from "../../../../components/members/GroupNameField.tsx";
import { RENAME_GROUP } from "../../../../components/members/texts.ts";
import { define } from "../../../../web/define.ts";
import { textOf } from "../../../../web/forms.ts";
import {
  type GroupForm,
  groupForm,
  GROUPS_TAB,
  nameError,
  otherProblem,
} from "../../../../web/group_form.ts";
import { openGroup } from "../../../../web/group_page.ts";
import { settleForm } from "../../../../web/settle_form.ts";

/** 依頼グループ名の編集: `GET` shows the form, `POST` (`name`) renames. */
export const handler = define.handlers({
  async GET(ctx) {
    const { group } = await openGroup(ctx, "admin");
    return page<GroupForm>(groupForm(ctx.url, group.name));
  },
  async POST(ctx) {
    const { group } = await openGroup(ctx, "admin");
    const { services, tenant } = ctx.state;
    return await settleForm<GroupForm>(ctx, {
      act: (form) => services.groupChanges(tenant).rename(group.id, textOf(form, "name")),
      notice: "group_renamed",
      home: GROUPS_TAB,
      again: (problem, form) => groupForm(form, textOf(form, "name"), problem),
    });
  },
});

export default define.page<typeof handler>(({ data }) => (
  <FormPage {...RENAME_GROUP} returnTo={data.returnTo} problem={otherProblem(data)}>
    <GroupNameField id="name" value={data.name} error={nameError(data)} />
  </FormPage>
));
