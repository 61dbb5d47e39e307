import { Refusal } from "../../../domain/errors.ts";
import { allows } from "../../../domain/permission.ts";
import { contentDisposition } from "../../../formats/filename.ts";
import { findOperation } from "../../../jobs/registry.ts";
import { templateOf } from "../../../jobs/template.ts";
import { define } from "../../../web/define.ts";
import { requireUser } from "../../../web/guards.ts";

/** GET: the sample CSV (サンプルファイル) of an operation, for those who may start it. */
export const handler = define.handlers({
  GET(ctx) {
    const user = requireUser(ctx);
    const operation = findOperation(ctx.params.kind ?? "");
    if (!operation?.input) throw new Refusal("not_found");
    const places = [operation, operation.allGroups].filter((place) => place !== undefined);
    if (!places.some((place) => allows(user.role, place.permission))) throw new Refusal("forbidden");
    const { name, encoding } = operation.input.template;
    return new Response(templateOf(operation.input), {
      headers: {
        "content-type": `text/csv; charset=${encoding}`,
        "content-disposition": contentDisposition(name),
        "cache-control": "no-store, no-transform",
      },
    });
  },
});
