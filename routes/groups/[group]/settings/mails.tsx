import { type Context, page } from "fresh";
import { groupSettingsAddress } from "../../../../components/settings/GroupSettingsTabs.tsx";
import { MailsPage, type MailsPageProps } from "../../../../components/settings/MailsPage.tsx";
import { Refusal } from "../../../../domain/errors.ts";
import { templateOf } from "../../../../domain/group_settings.ts";
import { DEFAULT_MAILS, type EditableMail } from "../../../../domain/mail_template.ts";
import { define } from "../../../../web/define.ts";
import { readForm } from "../../../../web/forms.ts";
import { openGroup } from "../../../../web/group_page.ts";
import { type MailForm, mailIn, readMail } from "../../../../web/mail_form.ts";
import { withNotice } from "../../../../web/notice.ts";
import { seeOther } from "../../../../web/see_other.ts";
import type { State } from "../../../../web/state.ts";

/**
 * メールフォーマット設定 of one group (reference/screens.md §4.2): `mail` of the address names the mail, `initial` shows
 * 初期の文面 in its fields. `POST` (`subject`, `body`, `footer`) stores its words; those of the product are none of its own.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const { stores, group } = await openGroup(ctx, "data");
    const kind = mailIn(ctx.url);
    if (!kind) throw new Refusal("not_found");
    const settings = await stores.settings.ofGroup(group.id);
    const initial = settings.mails[kind] !== null && ctx.url.searchParams.has("initial");
    const template = initial ? DEFAULT_MAILS[kind] : templateOf(settings, kind);
    return page(await mailsPage(ctx, group, kind, { template, errors: {} }, initial));
  },

  async POST(ctx) {
    const { user, group } = await openGroup(ctx, "data");
    const { services, tenant } = ctx.state;
    const kind = mailIn(ctx.url);
    if (!kind) throw new Refusal("bad_request", { what: "メールの種類" });
    const read = readMail(kind, await readForm(ctx.req));
    if ("form" in read) return page(await mailsPage(ctx, group, kind, read.form), { status: 422 });
    await services.settingsChanges(tenant).ofGroup(group.id, (settings) => ({
      ...settings,
      mails: { ...settings.mails, [kind]: read.own },
    }), user);
    const address = `${groupSettingsAddress(group.id, "mails")}?mail=${kind}`;
    return seeOther(withNotice(address, "settings_saved"));
  },
});

async function mailsPage(
  { state: { services, tenant }, url }: Context<State>,
  { id, name }: { id: string; name: string },
  kind: EditableMail,
  form: MailForm,
  initial = false,
): Promise<MailsPageProps> {
  const company = await services.stores(tenant).outbox.company();
  const address = new URL("/my", url).href;
  return { group: { id, name }, kind, ...form, initial, company, address };
}

export default define.page<typeof handler>(({ data }) => <MailsPage {...data} />);
