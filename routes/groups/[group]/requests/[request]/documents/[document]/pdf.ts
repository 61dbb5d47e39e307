import { Refusal } from "../../../../../../../domain/errors.ts";
import { define } from "../../../../../../../web/define.ts";
import { documentPdf } from "../../../../../../../web/printed.ts";
import { openReview } from "../../../../../../../web/review_page.ts";

/** GET: a document as it is printed, for those who see the 依頼; 個人番号 are ＊ for everybody (reference/screens.md §6.7). */
export const handler = define.handlers({
  async GET(ctx) {
    const { key, ...screen } = await openReview(ctx);
    if (key.of === "previous_job") throw new Refusal("not_found");
    return await documentPdf(screen, ctx.state.tenant.year, key.of);
  },
});
