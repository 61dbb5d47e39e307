import { headIdentity } from "../shared/head_identity.ts";
import { HEAD_END, HEAD_START } from "../shared/markers.ts";
import { headElements, openTag } from "./tokens.ts";

/** What `<Head>` leaves where it stands. */
const HEAD_RANGE = new RegExp(`<!--${HEAD_START}-->([\\s\\S]*?)<!--${HEAD_END}-->`, "g");

/**
 * Makes a whole document of a rendered page: `html`, `head` and `body` where they are missing, what `<Head>`
 * collected in the head, and `tail` (templates and scripts) at the end of the body.
 */
export function assembleDocument(html: string, tail: string): string {
  const collected: string[] = [];
  let page = html.replace(HEAD_RANGE, (_, inner: string) => {
    collected.push(inner);
    return "";
  });
  page = page.replace(/^\s*<!doctype[^>]*>/i, "");
  page = withDocumentParts(page);
  if (collected.length > 0) page = mergeHead(page, collected.join(""));
  if (tail !== "") page = beforeLast(page, "</body>", tail);
  return `<!DOCTYPE html>${page}`;
}

/** The same part of a page without what `<Head>` put into it. */
export function withoutHead(html: string): string {
  return html.replace(HEAD_RANGE, "");
}

function withDocumentParts(page: string): string {
  const html = openTag(page, "html");
  if (html === null) return withDocumentParts(`<html>${page}</html>`);
  const head = openTag(page, "head");
  if (head === null) {
    const start = html.end;
    return withDocumentParts(
      `${page.slice(0, start)}<head><meta charset="utf-8"></head>${page.slice(start)}`,
    );
  }
  if (openTag(page, "body") !== null) return page;
  const start = page.indexOf("</head>", head.end) + "</head>".length;
  const end = page.lastIndexOf("</html>");
  return `${page.slice(0, start)}<body>${page.slice(start, end)}</body>${page.slice(end)}`;
}

/** An element of `<Head>` takes the place of the one in the head that is the same thing; else it is added. */
function mergeHead(page: string, added: string): string {
  const start = openTag(page, "head")!.end;
  const end = page.indexOf("</head>", start);
  const parts = headElements(page.slice(start, end));
  for (const element of headElements(added)) {
    if (typeof element === "string") continue;
    const identity = headIdentity(element.name, element.attributes);
    const place = parts.findIndex((part) =>
      typeof part !== "string" && headIdentity(part.name, part.attributes) === identity
    );
    if (place === -1) parts.push(element);
    else parts[place] = element;
  }
  const head = parts.map((part) => typeof part === "string" ? part : part.html).join("");
  return page.slice(0, start) + head + page.slice(end);
}

function beforeLast(text: string, mark: string, insertion: string): string {
  const index = text.lastIndexOf(mark);
  return text.slice(0, index) + insertion + text.slice(index);
}
