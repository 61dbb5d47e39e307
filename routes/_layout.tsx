import { Layout } from "../components/Layout.tsx";
import { acceptedJob } from "../web/accepted.ts";
import { define } from "../web/define.ts";
import { noticeIn } from "../web/notice.ts";

/** The frame of every page, with the message of what was just accepted. */
export default define.layout(async function Frame({ Component, state, url }) {
  return (
    <Layout
      tenant={state.tenant}
      user={state.user}
      path={url.pathname}
      accepted={await acceptedJob(state, url)}
      notice={noticeIn(url)}
    >
      <Component />
    </Layout>
  );
});
