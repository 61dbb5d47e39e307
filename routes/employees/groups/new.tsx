import { page } from "fresh";
import { FormPage } from "../../../components/form/FormPage.tsx";
import { GroupNameField } from "../../../components/members/GroupNameField.tsx";
import { ADD_GROUP } from "../../../components/members/texts.ts";
import { define } from "../../../web/define.ts";
import { textOf } from "../../../web/forms.ts";
import { type GroupForm, groupForm, GROUPS_TAB, nameError, otherProblem } from "../../../web/group_form.ts";
import { requirePermission } from "../../../web/guards.ts";
import { settleForm } from "../../../web/settle_form.ts";

/** 依頼グループの追加: `GET` shows the form, `POST` (`name`) creates. */
export const handler = define.handlers({
  GET(ctx) {
    requirePermission(ctx, "admin");
    return page<GroupForm>(groupForm(ctx.url, ""));
  },
  POST(ctx) {
    requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    return settleForm<GroupForm>(ctx, {
      act: (form) => services.groupChanges(tenant).create(textOf(form, "name")),
      notice: "group_created",
      home: GROUPS_TAB,
      again: (problem, form) => groupForm(form, textOf(form, "name"), problem),
    });
  },
});

export default define.page<typeof handler>(({ data }) => (
  <FormPage {...ADD_GROUP} returnTo={data.returnTo} problem={otherProblem(data)}>
    <GroupNameField id="name" value={data.name} error={nameError(data)} />
  </FormPage>
));
