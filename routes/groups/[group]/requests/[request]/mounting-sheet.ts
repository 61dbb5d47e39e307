import { define } from "../../../../../web/define.ts";
import { mountingPdf } from "../../../../../web/printed.ts";
import { openRequest } from "../../../../../web/request_page.ts";

/** GET: ［生命保険等証明書原本の台紙ダウンロード］, the 台紙 of one employee at once. */
export const handler = define.handlers({
  async GET(ctx) {
    return await mountingPdf(await openRequest(ctx, "review"));
  },
});
