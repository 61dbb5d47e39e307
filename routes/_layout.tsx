import { Layout } from "../components/Layout.tsx";
import { acceptedJob, runningJobs } from "../web/accepted.ts";
import { define } from "../web/define.ts";
import { noticeIn } from "../web/notice.ts";

/** The frame of every page, with the message of what was just accepted. */
export default define.layout(async function Frame({ Component, state, url }) {
  const [accepted, running] = await Promise.all([acceptedJob(state, url), runningJobs(state)]);
  return (
    <Layout
      tenant={state.tenant}
      user={state.user}
      path={url.pathname}
      accepted={accepted}
      running={running}
      notice={noticeIn(url)}
    >
      <Component />
    </Layout>
  );
});
