import { Refusal } from "../../../domain/errors.ts";
import { allows } from "../../../domain/permission.ts";
import { contentDisposition } from "../../../formats/filename.ts";
import { type CsvInput, inputFor } from "../../../jobs/input.ts";
import type { Operation } from "../../../jobs/operation.ts";
import { findOperation } from "../../../jobs/registry.ts";
import { templateOf } from "../../../jobs/template.ts";
import { define } from "../../../web/define.ts";
import { requireUser } from "../../../web/guards.ts";

/**
 * GET (`format` where the operation takes several kinds of file): the sample CSV (サンプルファイル) of an operation,
 * for those who may start it.
 */
export const handler = define.handlers({
  GET(ctx) {
    const user = requireUser(ctx);
    const operation = findOperation(ctx.params.kind ?? "");
    const input = operation && csvOf(operation, ctx.url.searchParams.get("format"));
    if (!operation || !input) throw new Refusal("not_found");
    const places = [operation, operation.allGroups].filter((place) => place !== undefined);
    if (!places.some((place) => allows(user.role, place.permission))) throw new Refusal("forbidden");
    const { name, encoding } = input.template;
    return new Response(templateOf(input), {
      headers: {
        "content-type": `text/csv; charset=${encoding}`,
        "content-disposition": contentDisposition(name),
        "cache-control": "no-store, no-transform",
      },
    });
  },
});

/** The CSV that the operation takes, for this choice of format; null: it takes none. */
function csvOf({ input }: Operation, format: string | null): CsvInput | null {
  const options = input && "by" in input && format !== null ? { [input.by]: format } : {};
  const chosen = inputFor(input, options);
  return chosen?.type === "csv" ? chosen : null;
}
