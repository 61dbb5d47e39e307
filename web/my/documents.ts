import type { Collected } from "../../domain/declaration/collected.ts";
import { holdersOf } from "../../domain/forms/digits.ts";
import { mountedOriginals } from "../../domain/mounted_originals.ts";
import { DOCUMENT_LABELS, type DocumentKind, isHandedIn } from "../../domain/request.ts";
import { documentPdf } from "../printed.ts";
import type { State } from "../state.ts";
import type { Own } from "./own.ts";

/** True where the group uses the 台紙, the answers have come in, and there is something to paste on it. */
export function hasMountingSheet(
  { settings, member: { request } }: Pick<Own, "settings" | "member">,
  collected: Collected,
): boolean {
  return settings.mountingSheet && isHandedIn(request) && mountedOriginals(collected).length > 0;
}

/** A document of one's own as a PDF, with 個人番号 where the group prints them (reference/screens.md §6.7). */
export async function ownDocumentPdf(
  { services, tenant }: Pick<State, "services" | "tenant">,
  own: Own,
  of: DocumentKind,
): Promise<Response> {
  return await documentPdf(own, own.year, of, async (form) => {
    const holders = holdersOf(form);
    if (holders.length === 0) return [];
    return await services.ownNumbers(tenant).open(own.user, holders, DOCUMENT_LABELS[of]);
  });
}
