import { page } from "fresh";
import { Card } from "../../../components/Card.tsx";
import { DocumentTitle } from "../../../components/DocumentTitle.tsx";
import { SETTINGS_SCREENS } from "../../../components/help/settings_screens.ts";
import { NotificationBar } from "../../../components/NotificationBar.tsx";
import { OperationButtons } from "../../../components/operation/OperationButtons.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { PermissionMatrix } from "../../../components/permissions/PermissionMatrix.tsx";
import { RoleTable } from "../../../components/permissions/RoleTable.tsx";
import { SettingsTabs } from "../../../components/SettingsTabs.tsx";
import { byName } from "../../../domain/role.ts";
import { define } from "../../../web/define.ts";
import { requirePermission } from "../../../web/guards.ts";
import { returnAddress } from "../../../web/return_address.ts";

/** 設定 › 権限設定 (reference/screens.md §2). */
export const handler = define.handlers({
  async GET(ctx) {
    const user = requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    return page({
      roles: byName(await services.roles.list(tenant.id)),
      items: services.menu(user, "settings_permissions", null),
      changed: ctx.url.searchParams.get("changed") !== null,
      returnTo: returnAddress(ctx.url),
    });
  },
});

export default define.page<typeof handler>(({ data: { roles, items, changed, returnTo } }) => (
  <>
    <DocumentTitle title="権限設定" />
    <PageTitle
      title="権限設定"
      lead="基本機能の権限ごとに、年末調整でできる操作を決めます。変更はすぐに反映されます。"
      help={SETTINGS_SCREENS.permissions}
    >
      <OperationButtons items={items} group={null} returnTo={returnTo} alignRight />
    </PageTitle>
    <SettingsTabs current="/settings/permissions" />
    <div class="grid gap-4">
      {changed && <NotificationBar tone="success">権限の設定を保存しました。</NotificationBar>}
      <Card flush>
        <RoleTable roles={roles} />
      </Card>
    </div>
    <Card title="機能ごとに必要な機能操作範囲" flush>
      <PermissionMatrix />
    </Card>
  </>
));
