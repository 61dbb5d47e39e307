import { page } from "fresh";
import { DocumentTitle } from "../components/DocumentTitle.tsx";
import { GuidePage } from "../components/help/GuidePage.tsx";
import guide from "../docs/guide.ja.md" with { type: "text" };
import { define } from "../web/define.ts";
import { requirePermission } from "../web/guards.ts";

/** ヘルプ: the guide for those who work in the back office, docs/guide.ja.md. */
export const handler = define.handlers({
  GET(ctx) {
    requirePermission(ctx, "review");
    return page();
  },
});

export default define.page<typeof handler>(() => (
  <>
    <DocumentTitle title="使い方ガイド" />
    <GuidePage text={guide} />
  </>
));
