import { now } from "../../../../../domain/clock.ts";
import { contentDisposition } from "../../../../../formats/filename.ts";
import { hintCsv } from "../../../../../jobs/hint_csv.ts";
import { fileStamp } from "../../../../../jobs/tokyo_day.ts";
import { define } from "../../../../../web/define.ts";
import { openGroup } from "../../../../../web/group_page.ts";

/** GET: 現在の設定状態, every question with the hint that this group shows, as row 12 takes it back. */
export const handler = define.handlers({
  async GET(ctx) {
    const { stores, group } = await openGroup(ctx, "data");
    const name = `アンケートのヒント_${group.name}_${fileStamp(now())}.csv`;
    return new Response(hintCsv(await stores.hints.of(group.id)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": contentDisposition(name),
        "cache-control": "no-store, no-transform",
      },
    });
  },
});
