import { page } from "fresh";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import {
  NotificationsPage,
  type NotificationsPageProps,
} from "../../components/settings/NotificationsPage.tsx";
import { define } from "../../web/define.ts";
import { readForm } from "../../web/forms.ts";
import { requirePermission } from "../../web/guards.ts";
import { withNotice } from "../../web/notice.ts";
import { notificationsForm, readNotifications } from "../../web/notifications_form.ts";
import { seeOther } from "../../web/see_other.ts";

/** 設定 › 通知設定 (reference/screens.md §2): `POST` takes one field a notification, 1 or 0. */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    const { notify } = await services.stores(tenant).settings.ofTenant();
    return page<NotificationsPageProps>(notificationsForm(notify));
  },

  async POST(ctx) {
    const user = requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    const read = readNotifications(await readForm(ctx.req));
    if ("form" in read) return page<NotificationsPageProps>(read.form, { status: 422 });
    await services.settingsChanges(tenant).ofTenant((settings) => ({ ...settings, ...read }), user);
    return seeOther(withNotice("/settings/notifications", "settings_saved"));
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="通知設定" />
    <NotificationsPage {...data} />
  </>
));
