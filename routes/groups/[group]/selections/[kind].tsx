import { page } from "fresh";
import { ulid } from "ulid";
import { OperationPage } from "../../../../components/operation/OperationPage.tsx";
import { withForecasts } from "../../../../components/requests/forecast_text.ts";
import { Refusal } from "../../../../domain/errors.ts";
import { allows } from "../../../../domain/permission.ts";
import { findOperation } from "../../../../jobs/registry.ts";
import { define } from "../../../../web/define.ts";
import { openGroup } from "../../../../web/group_page.ts";
import { forecastsOf, LIMITS, selectionIn } from "../../../../web/request_forecast.ts";
import { safePath } from "../../../../web/safe_path.ts";

/**
 * The question before an operation on chosen 依頼 (rows 29–34): `GET` (`ids`, or `all=1` with the list's filter) as JSON
 * the numbers by choice; else the form as a page, for browsers without JavaScript.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const screen = await openGroup(ctx, "review");
    const { services, json } = ctx.state;
    const operation = findOperation(ctx.params.kind ?? "");
    if (!operation?.requestAct) throw new Refusal("not_found");
    if (!allows(screen.user.role, operation.permission)) throw new Refusal("forbidden");
    const selection = selectionIn(ctx.url);
    const forecasts = await forecastsOf(screen, {
      operation,
      selection,
      limit: json ? LIMITS.json : LIMITS.page,
      signal: ctx.req.signal,
    });
    if (json) return Response.json(forecasts);
    const { group, user } = screen;
    const item = services.menu(user, "requests", group).find(({ kind }) => kind === operation.kind);
    return page({
      item: withForecasts(item!, forecasts),
      group: { id: group.id, name: group.name },
      extra: Object.entries(selection).flatMap(([name, values]) =>
        [values].flat().map((value): [string, string] => [name, value])
      ),
      operationKey: ulid(),
      returnTo: safePath(ctx.url.searchParams.get("return_to"), `/groups/${group.id}/requests`),
    });
  },
});

export default define.page<typeof handler>(({ data }) => <OperationPage {...data} />);
