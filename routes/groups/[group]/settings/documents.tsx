import { page } from "fresh";
import { DocumentsPage, type DocumentsPageProps } from "../../../../components/settings/DocumentsPage.tsx";
import { groupSettingsAddress } from "../../../../components/settings/GroupSettingsTabs.tsx";
import { define } from "../../../../web/define.ts";
import { documentForm, readDocumentSettings } from "../../../../web/document_settings_form.ts";
import { readForm } from "../../../../web/forms.ts";
import { openGroup } from "../../../../web/group_page.ts";
import { withNotice } from "../../../../web/notice.ts";
import { seeOther } from "../../../../web/see_other.ts";

/** 書類・原本設定 of one group (reference/screens.md §4.2): `POST` takes one field a setting, named by its path. */
export const handler = define.handlers({
  async GET(ctx) {
    const { stores, group: { id, name } } = await openGroup(ctx, "data");
    const form = documentForm(await stores.settings.ofGroup(id));
    return page<DocumentsPageProps>({ group: { id, name }, ...form });
  },

  async POST(ctx) {
    const { user, group: { id, name } } = await openGroup(ctx, "data");
    const { services, tenant } = ctx.state;
    const read = readDocumentSettings(await readForm(ctx.req));
    if ("form" in read) {
      return page<DocumentsPageProps>({ group: { id, name }, ...read.form }, { status: 422 });
    }
    await services.settingsChanges(tenant).ofGroup(
      id,
      (settings) => ({ ...settings, ...read.settings }),
      user,
    );
    return seeOther(withNotice(groupSettingsAddress(id, "documents"), "settings_saved"));
  },
});

export default define.page<typeof handler>(({ data }) => <DocumentsPage {...data} />);
