import { equal, match } from "node:assert/strict";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { parseHTML } from "linkedom";
import { Head, IS_BROWSER } from "fresh/runtime";
import { applyToHead } from "./head_dom.ts";

/** The head after `change`, in a document whose head is `before`. */
function headAfter(before: string, change: () => void): string {
  const { document } = parseHTML(`<!DOCTYPE html><html><head>${before}</head><body></body></html>`);
  const globals = globalThis as { document?: unknown };
  globals.document = document;
  try {
    change();
    return document.head.innerHTML;
  } finally {
    delete globals.document;
  }
}

const apply = (...elements: VNode[]) => elements.map(applyToHead);

Deno.test("on the server Head marks its children for the document's head", () => {
  equal(IS_BROWSER, false);
  equal(
    renderToString(
      <Head>
        <title>a</title>
      </Head>,
    ),
    "<!--frsh:head--><title>a</title><!--/frsh:head-->",
  );
});

Deno.test("in the browser an element takes the place of its like, or is added", () => {
  const before = '<title>old</title><meta name="a" content="old">';
  const after = headAfter(
    before,
    () => void apply(<title>new</title>, <meta name="a" content="new" />, <meta name="b" />),
  );
  match(after, /^<title>new<\/title><meta (name="a" content="new"|content="new" name="a")><meta name="b">$/);
});

Deno.test("what a component put into the head leaves with it, and the old comes back", () => {
  const before = '<title>old</title><meta name="a" content="x">';
  const after = headAfter(before, () => {
    const undo = apply(
      <title>new</title>,
      <link key="k" rel="icon" href="/i" />,
      <meta name="a" content="x" />,
    );
    undo.reverse().forEach((step) => step());
  });
  equal(after, before);
});

Deno.test("a key finds its element whatever else differs", () => {
  const after = headAfter('<meta name="a" data-key="k">', () => void apply(<meta key="k" name="b" />));
  equal(after.match(/<meta/g)!.length, 1);
  match(after, /name="b"/);
});
