import { page } from "fresh";
import { cursorPages } from "../../components/cursor_pages.ts";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { MailsPage } from "../../components/mails/MailsPage.tsx";
import { define } from "../../web/define.ts";
import { readForm } from "../../web/forms.ts";
import { requirePermission } from "../../web/guards.ts";
import { readMailFilter } from "../../web/mail_query.ts";
import { withNotice } from "../../web/notice.ts";
import { seeOther } from "../../web/see_other.ts";

/**
 * 設定 › 送信メール: the outbox by `state` and part of the address (`to`), newest first, from `cursor` on. Texts are shown in
 * development only. `POST` (`mail`, repeated) sends those again that failed for good.
 */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    const { state: { services, tenant }, url } = ctx;
    const { env, smtp } = services.config;
    const origin = env === "development" ? url.origin : null;
    const filter = readMailFilter(url.searchParams);
    const cursor = url.searchParams.get("cursor");
    const { mails, next, scanLimited } = await services.mails(tenant).list(filter, cursor, origin);
    return page({
      mails,
      filter,
      scanLimited,
      sending: smtp !== null,
      pages: cursorPages(url, next),
      address: addressOf(url),
    });
  },

  async POST(ctx) {
    const user = requirePermission(ctx, "admin");
    const { state: { services, tenant }, url } = ctx;
    const ids = (await readForm(ctx.req)).getAll("mail").filter((id) => typeof id === "string");
    const resent = await services.resendMails(tenant, ids, user);
    const address = addressOf(url);
    // Sent twice, the form finds them on their way: the list says where they are.
    return seeOther(resent > 0 ? withNotice(address, "mails_resent", resent) : address);
  },
});

/** This page of the list, without what was said on it. */
function addressOf(url: URL): string {
  const params = new URLSearchParams(url.searchParams);
  params.delete("notice");
  return params.size === 0 ? url.pathname : `${url.pathname}?${params}`;
}

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="送信メール" />
    <MailsPage {...data} />
  </>
));
