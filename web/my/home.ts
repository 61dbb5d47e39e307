import type { HomeProps } from "../../components/my/Home.tsx";
import { documentAddress } from "../../components/my/addresses.ts";
import { workingOf } from "../../domain/answering/draft.ts";
import { firstOpen, partsToCorrect } from "../../domain/answering/progress.ts";
import { now } from "../../domain/clock.ts";
import { correctionTitle, partsText } from "../../domain/correction.ts";
import { DEFAULT_CLOSED_MESSAGE, isClosed } from "../../domain/deadline.ts";
import { PRINTED_DOCUMENTS, type PrintedDocument } from "../../domain/document_settings.ts";
import { originalsOf } from "../../domain/originals.ts";
import { DOCUMENT_KINDS, DOCUMENT_LABELS, isHandedIn, type Request } from "../../domain/request.ts";
import { askingOf, canAnswer, type Own } from "./own.ts";
import { hasMountingSheet } from "./documents.ts";
import { pageLines } from "./pages.ts";

/** What the employee reads of the own 依頼. */
export async function homeOf(own: Own): Promise<HomeProps> {
  const { member: { request }, group, settings } = own;
  const working = await workingOf(own.stores, own.member);
  const asking = askingOf(own, working.collected);
  const answering = canAnswer(own);
  return {
    status: request.status,
    exclusion: request.exclusion,
    restarted: request.restarted,
    notice: settings.notice,
    closesOn: group.closesOn,
    closedMessage: isClosed(group, now()) ? group.closedMessage ?? DEFAULT_CLOSED_MESSAGE : null,
    canAnswer: answering,
    pages: answering ? pageLines(request, asking) : [],
    next: answering ? firstOpen(request, asking)?.id ?? null : null,
    corrections: correctionsOf(request),
    parts: partsText(partsToCorrect(request) ?? []),
    documents: documentsOf(own),
    originals: isHandedIn(request) ? originalsOf(working.stored) : [],
    mountingSheet: hasMountingSheet(own, working.stored),
  };
}

function correctionsOf({ corrections }: Request): HomeProps["corrections"] {
  return corrections.map((one) => ({
    title: correctionTitle(one),
    parts: partsText(one.parts),
    comment: one.comment,
    at: one.at,
  }));
}

/** The documents that were made, and whether the employee is asked to print each. */
function documentsOf({ member: { request }, settings }: Own): HomeProps["documents"] {
  return DOCUMENT_KINDS.filter((kind) => request.documents[kind] !== undefined).map((kind) => ({
    label: DOCUMENT_LABELS[kind],
    href: documentAddress(kind),
    print: isPrinted(kind) ? settings.print[kind] : null,
  }));
}

function isPrinted(kind: string): kind is PrintedDocument {
  return (PRINTED_DOCUMENTS as readonly string[]).includes(kind);
}
