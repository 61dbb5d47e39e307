import { page } from "fresh";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { Home } from "../../components/my/Home.tsx";
import { NobodyAsked } from "../../components/my/NobodyAsked.tsx";
import { define } from "../../web/define.ts";
import { homeOf } from "../../web/my/home.ts";
import { openOwn, ownMember } from "../../web/my/own.ts";

/** あなたの年末調整: the state of one's own 依頼. */
export const handler = define.handlers({
  async GET(ctx) {
    const { user, member } = await ownMember(ctx);
    if (!member?.request) return page({ home: null, known: user.employeeCode !== null });
    return page({ home: await homeOf(await openOwn(ctx)), known: true });
  },
});

export default define.page<typeof handler>(({ data: { home, known } }) => (
  <>
    <DocumentTitle title="あなたの年末調整" />
    {home ? <Home {...home} /> : <NobodyAsked known={known} />}
  </>
));
