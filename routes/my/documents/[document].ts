import { Refusal } from "../../../domain/errors.ts";
import { DOCUMENT_KINDS } from "../../../domain/request.ts";
import { define } from "../../../web/define.ts";
import { ownDocumentPdf } from "../../../web/my/documents.ts";
import { openOwn } from "../../../web/my/own.ts";

/** GET: a document of one's own that was made, as it is printed. */
export const handler = define.handlers({
  async GET(ctx) {
    const own = await openOwn(ctx);
    const of = DOCUMENT_KINDS.find((kind) => kind === ctx.params.document);
    if (!of || !own.member.request.documents[of]) throw new Refusal("not_found");
    return await ownDocumentPdf(ctx.state, own, of);
  },
});
