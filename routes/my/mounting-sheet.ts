import { collectedOf } from "../../domain/declaration/collected.ts";
import { Refusal } from "../../domain/errors.ts";
import { define } from "../../web/define.ts";
import { hasMountingSheet } from "../../web/my/documents.ts";
import { openOwn } from "../../web/my/own.ts";
import { mountingPdf } from "../../web/printed.ts";

/** GET: one's own 台紙 (reference/screens.md §6.10). */
export const handler = define.handlers({
  async GET(ctx) {
    const own = await openOwn(ctx);
    const [collected] = await collectedOf(own.stores, [own.member]);
    if (!hasMountingSheet(own, collected!)) throw new Refusal("not_found");
    return await mountingPdf(own);
  },
});
