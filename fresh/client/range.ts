/** True for the comment node that holds `text`. */
function isComment(node: Node, text: string): boolean {
  return node.nodeType === Node.COMMENT_NODE && (node as Comment).data === text;
}

/**
 * The end of the range that `start` opens, among its siblings, or null when the browser moved it away
 * (a block inside a paragraph, say). `opens` tells whether a comment opens a range of the same sort.
 */
export function rangeEnd(start: Comment, opens: (comment: string) => boolean, end: string): Comment | null {
  let depth = 1;
  for (let node = start.nextSibling; node !== null; node = node.nextSibling) {
    if (isComment(node, end)) depth--;
    else if (node.nodeType === Node.COMMENT_NODE && opens((node as Comment).data)) depth++;
    if (depth === 0) return node as Comment;
  }
  return null;
}

/** The nodes between two siblings. */
export function nodesBetween(start: Node, end: Node): ChildNode[] {
  const nodes: ChildNode[] = [];
  for (let node = start.nextSibling; node !== null && node !== end; node = node.nextSibling) nodes.push(node);
  return nodes;
}

/**
 * A parent element for Preact that is only the range between two comments. Nodes go before `end`; the
 * comments stay, so that the range can be empty.
 */
export function rangeParent(start: Comment, end: Comment): Element {
  const parent = start.parentNode as Element;
  const fake = {
    nodeType: Node.ELEMENT_NODE,
    namespaceURI: parent.namespaceURI,
    ownerDocument: parent.ownerDocument,
    parentNode: parent,
    get childNodes() {
      return nodesBetween(start, end);
    },
    get firstChild() {
      return start.nextSibling === end ? null : start.nextSibling;
    },
    insertBefore: (node: Node, before: Node | null) => parent.insertBefore(node, before ?? end),
    appendChild: (node: Node) => parent.insertBefore(node, end),
    removeChild: (node: Node) => parent.removeChild(node),
    contains: (node: Node | null) => parent.contains(node),
  };
  return fake as unknown as Element;
}
