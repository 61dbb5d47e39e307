import { page } from "fresh";
import { NotificationForm } from "../../components/accounts/NotificationForm.tsx";
import { Card } from "../../components/Card.tsx";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { define } from "../../web/define.ts";
import { readForm, textOf } from "../../web/forms.ts";
import { requireUser } from "../../web/guards.ts";
import { withNotice } from "../../web/notice.ts";
import { seeOther } from "../../web/see_other.ts";

/** The mails that a person gets for themselves: `POST` (`job_finished` 1, or absent) chooses. */
export const handler = define.handlers({
  async GET(ctx) {
    const { id, email } = requireUser(ctx);
    const { services: { mailPreferences }, tenant } = ctx.state;
    return page({ email, jobFinished: await mailPreferences.wantsJobMail(tenant.id, id) });
  },

  async POST(ctx) {
    const { id } = requireUser(ctx);
    const { services: { mailPreferences }, tenant } = ctx.state;
    const form = await readForm(ctx.req);
    await mailPreferences.chooseJobMail(tenant.id, id, textOf(form, "job_finished") === "1");
    return seeOther(withNotice("/account/notifications", "settings_saved"));
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="通知" />
    <PageTitle title="通知" />
    <Card>
      <NotificationForm {...data} />
    </Card>
  </>
));
