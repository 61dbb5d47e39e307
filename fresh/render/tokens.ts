/** Attributes as the renderer writes them: quoted, or bare names. */
const ATTRS = String.raw`(?:\s+[^\s=>"']+(?:="[^"]*")?)*\s*`;

/** Where a tag stands in a page. */
export interface TagPlace {
  start: number;
  end: number;
}

/** The first opening tag `name`, or null. */
export function openTag(html: string, name: string): TagPlace | null {
  const match = new RegExp(`<${name}${ATTRS}>`, "i").exec(html);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

/** One element that may stand in a head. */
export interface HeadElement {
  name: string;
  attributes: Map<string, string>;
  html: string;
}

const VOID = "meta|link|base";
const FULL = "title|script|style|noscript|template";
const ELEMENT = new RegExp(`<(?:(${VOID})(${ATTRS})/?>|(${FULL})(${ATTRS})>[\\s\\S]*?</\\3>)`, "gi");
const ATTRIBUTE = /([^\s=>"'/]+)(?:="([^"]*)")?/g;

/** The head elements in `html`, in order, and what stands between them. */
export function headElements(html: string): (HeadElement | string)[] {
  const parts: (HeadElement | string)[] = [];
  let end = 0;
  for (const match of html.matchAll(ELEMENT)) {
    if (match.index > end) parts.push(html.slice(end, match.index));
    end = match.index + match[0].length;
    const name = (match[1] ?? match[3])!.toLowerCase();
    parts.push({ name, attributes: readAttributes(match[2] ?? match[4] ?? ""), html: match[0] });
  }
  if (end < html.length) parts.push(html.slice(end));
  return parts;
}

function readAttributes(text: string): Map<string, string> {
  return new Map([...text.matchAll(ATTRIBUTE)].map(([, name, value]) => [name!.toLowerCase(), value ?? ""]));
}
