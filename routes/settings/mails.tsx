import { page } from "fresh";
import { cursorPages } from "../../components/cursor_pages.ts";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { MailsPage } from "../../components/mails/MailsPage.tsx";
import { define } from "../../web/define.ts";
import { requirePermission } from "../../web/guards.ts";

/** 設定 › 送信メール: the outbox, newest first, from `cursor` on. Texts are shown in development only. */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    const { state: { services, tenant }, url } = ctx;
    const { env, smtp } = services.config;
    const origin = env === "development" ? url.origin : null;
    const { mails, next } = await services.mails(tenant).list(url.searchParams.get("cursor"), origin);
    return page({ mails, sending: smtp !== null, pages: cursorPages(url, next) });
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="送信メール" />
    <MailsPage {...data} />
  </>
));
