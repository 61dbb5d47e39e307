import { checkAddress } from "../../../../components/reviews/addresses.ts";
import { walkQuery } from "../../../../domain/review_walk.ts";
import { define } from "../../../../web/define.ts";
import { openGroup } from "../../../../web/group_page.ts";
import { carryNotice } from "../../../../web/notice.ts";
import { choiceIn, pageOfChoice } from "../../../../web/review_choice.ts";
import { seeOther } from "../../../../web/see_other.ts";

/**
 * ［選択した書類をまとめてチェック］: leads to the first of the ticked rows (`ids`, or `all=1` with the list's filter), each
 * of which then leads to the next. All that match are taken a page at a time. Nothing ticked leads back to the list.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const screen = await openGroup(ctx, "review");
    const { services, tenant } = ctx.state;
    const choice = choiceIn(ctx.url, screen.group.id);
    const found = choice.rows === null
      ? await pageOfChoice(services.memberPages(tenant), screen, choice, ctx.req.signal)
      : null;
    const rows = choice.rows ?? found!.rows.map(({ member, of }) => ({ id: member.employee.id, of }));
    const [first] = rows;
    if (!first) return seeOther(carryNotice(ctx.url, choice.list));
    const walk = { list: choice.list, rows, more: found?.next ?? null, stays: false };
    return seeOther(carryNotice(ctx.url, checkAddress(screen.group.id, first) + walkQuery(walk)));
  },
});
