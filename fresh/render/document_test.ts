import { equal } from "node:assert/strict";
import { assembleDocument } from "./document.ts";

const head = (inner: string) => `<!--frsh:head-->${inner}<!--/frsh:head-->`;
const whole = (inHead: string, body = "") => `<html><head>${inHead}</head><body>${body}</body></html>`;

Deno.test("missing parts of a document are made", () => {
  const full = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>a</p></body></html>';
  equal(assembleDocument("<p>a</p>", ""), full);
  equal(assembleDocument('<html lang="ja"><p>a</p></html>', ""), full.replace("<html>", '<html lang="ja">'));
  equal(
    assembleDocument("<html><head></head><p>a</p></html>", ""),
    full.replace('<meta charset="utf-8">', ""),
  );
  equal(
    assembleDocument("<!doctype html>" + whole("", "<p>a</p>"), ""),
    full.replace('<meta charset="utf-8">', ""),
  );
});

Deno.test("an element is told from others of similar name, and from text in attributes", () => {
  const page = '<html data-x="<head>"><head></head><body title="a>b</body>"><header>h</header></body></html>';
  equal(assembleDocument(page, "<i></i>"), "<!DOCTYPE html>" + page.replace("</header>", "</header><i></i>"));
});

Deno.test("the tail stands at the end of the body", () => {
  const page = whole("", "&lt;/body>");
  equal(
    assembleDocument(page, "<script></script>"),
    `<!DOCTYPE html>${whole("", "&lt;/body><script></script>")}`,
  );
});

Deno.test("elements of Head replace their like and are added otherwise", () => {
  const before = '<meta charset="utf-8"/><title>old</title><meta name="description" content="old"/>' +
    '<link rel="icon" href="/old.ico"/><link rel="stylesheet" href="/a.css"/><meta name="x" content="1" data-key="k"/>';
  const added = "<title>new &amp; $1</title>" + '<meta name="description" content="new > old"/>' +
    '<link rel="icon" href="/new.ico"/><link rel="stylesheet" href="/b.css"/><meta name="y" data-key="k"/>' +
    "<style>a</style>";
  const after =
    '<meta charset="utf-8"/><title>new &amp; $1</title><meta name="description" content="new > old"/>' +
    '<link rel="icon" href="/new.ico"/><link rel="stylesheet" href="/a.css"/><meta name="y" data-key="k"/>' +
    '<link rel="stylesheet" href="/b.css"/><style>a</style>';
  const page = whole(before, `<p>${head(added)}text</p>`);
  equal(assembleDocument(page, ""), `<!DOCTYPE html>${whole(after, "<p>text</p>")}`);
});

Deno.test("the last of two equal elements wins, and order is kept", () => {
  const page = whole("", head("<title>a</title>") + head('<title>b</title><script src="x"></script>'));
  equal(assembleDocument(page, ""), `<!DOCTYPE html>${whole('<title>b</title><script src="x"></script>')}`);
});

Deno.test("a script's text that looks like elements stays text", () => {
  const script = '<script type="application/json">{"a":"<title>x"}</script>';
  const page = whole("<title>a</title>", head(script));
  equal(assembleDocument(page, ""), `<!DOCTYPE html>${whole(`<title>a</title>${script}`)}`);
});
