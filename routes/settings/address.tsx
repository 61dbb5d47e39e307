import { page } from "fresh";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import {
  PrintedAddressPage,
  type PrintedAddressPageProps,
} from "../../components/settings/PrintedAddressPage.tsx";
import { tenantSettingsSchema } from "../../domain/tenant_settings.ts";
import { define } from "../../web/define.ts";
import { fieldErrors } from "../../web/field_errors.ts";
import { readForm, textOf } from "../../web/forms.ts";
import { requirePermission } from "../../web/guards.ts";
import { withNotice } from "../../web/notice.ts";
import { seeOther } from "../../web/see_other.ts";

const formSchema = tenantSettingsSchema.pick({ address: true });

/** 設定 › 住所の印字設定 (reference/screens.md §2): `POST` takes `address`. */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    const { address } = await services.stores(tenant).settings.ofTenant();
    return page<PrintedAddressPageProps>({ value: address, error: undefined });
  },

  async POST(ctx) {
    const user = requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    const address = textOf(await readForm(ctx.req), "address");
    const read = formSchema.safeParse({ address });
    if (!read.success) {
      const error = fieldErrors(read.error).address;
      return page<PrintedAddressPageProps>({ value: address, error }, { status: 422 });
    }
    await services.settingsChanges(tenant).ofTenant((settings) => ({ ...settings, ...read.data }), user);
    return seeOther(withNotice("/settings/address", "settings_saved"));
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="住所の印字設定" />
    <PrintedAddressPage {...data} />
  </>
));
