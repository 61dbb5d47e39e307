import assert from "node:assert/strict";
import fc from "fast-check";
import { hintOf, type HintPart, hintParts, hintReason, MAX_HINT, ownHintOf } from "./hint.ts";
import { explain } from "./reasons.ts";

const found = (text: string) => {
  const hint = hintOf(text);
  assert.ok("problem" in hint, text);
  return hint.problem;
};

Deno.test("a hint is text and links to web pages; nothing stands around it and lines end with LF", () => {
  const text =
    "経費は\r\n<a href=\"https://x.example/a?b=1&amp;c=2\">社内ページ</a>と<A HREF='http://y.example'>外部</A>へ";
  assert.deepEqual(hintOf(`\n ${text}　`), { text: text.replace("\r", "") });
  assert.deepEqual(hintParts(text.replace("\r", "")), [
    { text: "経費は\n", href: null },
    { text: "社内ページ", href: "https://x.example/a?b=1&c=2" },
    { text: "と", href: null },
    { text: "外部", href: "http://y.example/" },
    { text: "へ", href: null },
  ]);
  assert.deepEqual(hintOf(""), { text: "" });
  assert.deepEqual(hintParts(""), []);
});

Deno.test("a < that begins no tag is a character like others", () => {
  for (const text of ["所得 < 62万円", "a<1", "<<>>", "1 <= 2", "＜b＞", "&lt;b&gt;", "<"]) {
    assert.deepEqual(hintOf(text), { text });
    assert.deepEqual(hintParts(text), [{ text, href: null }]);
  }
});

Deno.test("any other markup is refused, naming it", () => {
  const cases = [
    ["重要<b>です</b>", "<b>"],
    ["<script>alert(1)</script>", "<script>"],
    ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
    ["<!-- x -->", "<!-- x -->"],
    ["<?xml?>", "<?xml?>"],
    ['<a href="https://x.example" onclick="x()">a</a>', '<a href="https://x.example" onclick="x()">'],
    ["<a href=https://x.example>a</a>", "<a href=https://x.example>"],
    ["<a>a</a>", "<a>"],
    ["</a>", "</a>"],
    ["<svg", "<svg"],
    ['<a href="https://x.example">a', '<a href="https://x.example">'],
    ['<a href="https://x.example"> </a>', '<a href="https://x.example"></a>'],
    ['<a href="https://x.example">a<b>b</b></a>', "<b>"],
    ['<a href="https://x.example">a<a href="https://y.example">b</a>', '<a href="https://y.example">'],
    [`<${"x".repeat(100)}>`, `<${"x".repeat(59)}…`],
  ] as const;
  for (const [text, tag] of cases) assert.deepEqual(found(text), { why: "markup", found: tag }, text);
});

Deno.test("a link leads to a page of the web, and carries nobody's password", () => {
  for (
    const href of [
      "javascript:alert(1)",
      " java\tscript:alert(1)",
      "data:text/html,x",
      "//x.example",
      "/settings",
      "mailto:a@x.example",
      "https:x.example",
      "https://",
      "https://user:secret@x.example",
      "https://:secret@x.example",
      "file:///etc/passwd",
      "",
    ]
  ) {
    const { why } = found(`<a href="${href}">a</a>`);
    assert.ok(why === "address" || why === "characters" && href.includes("\t"), `${href}: ${why}`);
  }
});

Deno.test("length counts characters, and what nobody means is refused", () => {
  assert.deepEqual(hintOf("𠮟".repeat(MAX_HINT)), { text: "𠮟".repeat(MAX_HINT) });
  assert.deepEqual(found("𠮟".repeat(MAX_HINT + 1)), { why: "too_long", count: MAX_HINT + 1 });
  for (const text of ["a\u0000b", "a\u001bb", "\ud800", "a\u202eb", "a\u0085b"]) {
    assert.deepEqual(found(text), { why: "characters" });
  }
  assert.deepEqual(hintOf("a\tb"), { text: "a\tb" });
});

/** Text that is likely to hold what looks like markup. */
const wild = fc.string({
  unit: fc.constantFrom(
    "<",
    ">",
    "a",
    " href=",
    '"',
    "'",
    "/",
    "https://x.example",
    "=",
    "\n",
    "javascript:",
    "b",
    "&amp;",
  ),
  maxLength: 40,
});

Deno.test("whatever is taken has links to the web only, loses no text and stays the same when read again", () => {
  fc.assert(
    fc.property(wild, (written) => {
      const hint = hintOf(written);
      if ("problem" in hint) return;
      assert.deepEqual(hintOf(hint.text), hint);
      const parts: HintPart[] = hintParts(hint.text);
      for (const { text, href } of parts) {
        assert.ok(href === null || /^https?:\/\//.test(href));
        assert.ok(!/<[a-zA-Z/!?]/.test(text));
      }
      const shown = parts.map(({ text }) => text).join("");
      assert.equal(shown, hint.text.replace(/<\/?a(?=[\s>])[^>]*>/gi, ""));
    }),
    { numRuns: 3_000 },
  );
});

Deno.test("nothing, and the default itself, is no hint of one's own", () => {
  const question = { hint: "はい\nいいえ" };
  for (const text of ["", " \n", "はい\r\nいいえ", " はい\nいいえ\n"]) {
    assert.deepEqual(ownHintOf(question, text), { own: null });
  }
  assert.deepEqual(ownHintOf(question, "はい"), { own: "はい" });
  assert.deepEqual(ownHintOf({ hint: null }, "はい"), { own: "はい" });
  assert.ok("problem" in ownHintOf(question, "<b>"));
});

Deno.test("a refused hint says what was found", () => {
  const cause = (text: string) => {
    const { code, params } = hintReason(found(text));
    return explain(code, params).cause;
  };
  assert.equal(cause("<b>x"), "ヒントに使えないタグがあります（<b>）");
  assert.match(cause('<a href="ftp://x">x</a>'), /アドレスがあります（<a href="ftp:\/\/x">）/);
  assert.equal(cause("x".repeat(2_001)), "ヒントの文字数が上限を超えています（2001文字）");
  assert.equal(cause("\u0000x"), "ヒントに使えない文字があります");
});
