import { page } from "fresh";
import { ulid } from "ulid";
import { OperationPage } from "../../../components/operation/OperationPage.tsx";
import { Refusal } from "../../../domain/errors.ts";
import { define } from "../../../web/define.ts";
import { requireUser } from "../../../web/guards.ts";
import { startable } from "../../../web/menu_item.ts";
import { safePath } from "../../../web/safe_path.ts";

/** The form of one operation, for browsers without JavaScript. */
export const handler = define.handlers({
  async GET({ state, params, url }) {
    const user = requireUser({ state });
    const operation = await startable(state, user, params.kind ?? "", url.searchParams.get("group"));
    // Whom an operation works on is chosen in a list, which leads to the question itself.
    if (operation === null || operation.item.selection) throw new Refusal("unknown_operation");
    return page({
      ...operation,
      operationKey: ulid(),
      returnTo: safePath(url.searchParams.get("return_to")),
    });
  },
});

export default define.page<typeof handler>(function OperationForm({ data }) {
  return <OperationPage {...data} />;
});
