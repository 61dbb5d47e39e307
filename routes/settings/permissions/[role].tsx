import { page } from "fresh";
import { z } from "zod";
import { Button, LinkButton } from "../../../components/Button.tsx";
import { Card } from "../../../components/Card.tsx";
import { CheckboxGroup } from "../../../components/CheckboxGroup.tsx";
import { DocumentTitle } from "../../../components/DocumentTitle.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { RangeLines } from "../../../components/permissions/RoleTable.tsx";
import { Refusal } from "../../../domain/errors.ts";
import { isAdminRole, NO_SCOPES, SCOPE_LABELS, SCOPES } from "../../../domain/role.ts";
import { define } from "../../../web/define.ts";
import { readForm } from "../../../web/forms.ts";
import { requirePermission } from "../../../web/guards.ts";
import { seeOther } from "../../../web/see_other.ts";

const LIST = "/settings/permissions";
const scopesSchema = z.array(z.enum(SCOPES));

/** 機能操作範囲 of one 権限: `GET` shows them, `POST` (`scope`, repeated) stores what is ticked. */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    const role = await services.roles.get(tenant.id, ctx.params.role ?? "");
    if (!role) throw new Refusal("not_found");
    return page({ role });
  },

  async POST(ctx) {
    const user = requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    const given = scopesSchema.safeParse((await readForm(ctx.req)).getAll("scope"));
    if (!given.success) throw new Refusal("bad_request", { what: "機能操作範囲" });
    const scopes = { ...NO_SCOPES, ...Object.fromEntries(given.data.map((scope) => [scope, true])) };
    await services.roles.tick(tenant.id, ctx.params.role ?? "", scopes, user);
    return seeOther(`${LIST}?changed=1`);
  },
});

const OPTIONS = SCOPES.map((scope) => ({ value: scope, label: SCOPE_LABELS[scope] }));

export default define.page<typeof handler>(({ data: { role } }) => (
  <>
    <DocumentTitle title={`${role.name}｜権限設定`} />
    <PageTitle title={role.name} back={{ href: LIST, label: "権限設定に戻る" }} />
    <Card title="操作できる範囲">
      <RangeLines role={role} />
      <p class="mt-2 text-sm text-ink-soft">基本機能で設定し、［権限を同期］で反映します。</p>
    </Card>
    <Card title="機能操作範囲">
      {isAdminRole(role)
        ? <p>管理者はすべての操作ができます。変更はできません。</p>
        : (
          <form method="post" class="grid gap-6 max-w-[36rem]">
            <p>
              下のものほど強く、上のものを含みます。1つも選ばないと権限なしです。保存すると、この権限を持つ人にすぐに反映されます。
            </p>
            <CheckboxGroup
              name="scope"
              legend="この権限でできること"
              options={OPTIONS}
              values={SCOPES.filter((scope) => role.scopes[scope])}
            />
            <div class="flex flex-wrap gap-2">
              <Button type="submit" look="main">保存</Button>
              <LinkButton href={LIST}>キャンセル</LinkButton>
            </div>
          </form>
        )}
    </Card>
  </>
));
