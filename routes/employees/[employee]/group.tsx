import { page } from "fresh";
import { FormPage } from "../../../components/form/FormPage.tsx";
import { MovingPerson } from "../../../components/members/MovingPerson.tsx";
import { TargetGroupField } from "../../../components/members/TargetGroupField.tsx";
import { CHANGE_GROUP } from "../../../components/members/texts.ts";
import { fullName } from "../../../domain/employee.ts";
import type { Member, Stores } from "../../../domain/stores.ts";
import { define } from "../../../web/define.ts";
import { openEmployee } from "../../../web/employee_page.ts";
import { textOf } from "../../../web/forms.ts";
import { type GroupForm, groupForm, nameError, otherProblem } from "../../../web/group_form.ts";
import { settleForm } from "../../../web/settle_form.ts";

const HOME = "/employees";

interface ChangePage extends GroupForm {
  person: { name: string; code: string; group: string | null };
  /** Names that are offered, newest group first. */
  names: string[];
}

/** 依頼グループの変更: `GET` shows the form, `POST` (`name`) puts the person into the group of this name. */
export const handler = define.handlers({
  async GET(ctx) {
    const { stores, member } = await openEmployee(ctx);
    return page(await changePage(stores, member, groupForm(ctx.url, "", null, HOME)));
  },
  async POST(ctx) {
    const { user, stores, member } = await openEmployee(ctx);
    const { services, tenant } = ctx.state;
    return await settleForm<ChangePage>(ctx, {
      act: (form) =>
        services.memberChanges(tenant).changeGroup(user, member.employee.id, textOf(form, "name")),
      notice: "group_changed",
      home: HOME,
      again: (problem, form) =>
        changePage(stores, member, groupForm(form, textOf(form, "name"), problem, HOME)),
    });
  },
});

async function changePage({ groups }: Stores, { employee }: Member, form: GroupForm): Promise<ChangePage> {
  const list = await groups.list();
  const group = list.find(({ id }) => id === employee.groupId)?.name ?? null;
  const person = { name: fullName(employee), code: employee.code, group };
  return { ...form, person, names: list.map(({ name }) => name) };
}

export default define.page<typeof handler>(({ data }) => (
  <FormPage {...CHANGE_GROUP} returnTo={data.returnTo} problem={otherProblem(data)}>
    <MovingPerson {...data.person} />
    <TargetGroupField id="name" names={data.names} value={data.name} error={nameError(data)} />
  </FormPage>
));
