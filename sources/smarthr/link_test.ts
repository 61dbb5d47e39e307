import assert from "node:assert/strict";
import fc from "fast-check";
import { nextPage } from "./link.ts";

const at = (page: number, rest = "per_page=100") =>
  `https://kaisha.smarthr.jp/api/v1/crews?page=${page}&${rest}`;

Deno.test("the next page is found wherever it stands and whatever the addresses hold", () => {
  const page = fc.integer({ min: 1, max: 100_000 });
  const query = fc.stringMatching(/^[a-z=&%0-9,;.]{0,20}$/).filter((text) => !/(^|&)page=/.test(text));
  fc.assert(fc.property(page, query, fc.nat(3), fc.boolean(), (number, rest, place, quoted) => {
    const rel = (name: string) => quoted ? `rel="${name}"` : `rel=${name}`;
    const links = ["first", "prev", "last"].map((name, i) => `<${at(i + 500_000, rest)}>; ${rel(name)}`);
    assert.equal(nextPage(links.join(", ")), null);
    links.splice(place, 0, `<${at(number, rest)}>; title="a, b; rel=last"; ${rel("next")}`);
    assert.equal(nextPage(links.join(", ")), number);
  }));
});

Deno.test("what is no next page is none", () => {
  const headers = [
    null,
    "",
    "nonsense",
    `<${at(2)}>; rel="last"`,
    `<${at(2)}>; rel="nextish"`,
    `<${at(2)}>; rev="next"`,
    `<${at(2)}>; title="rel=next"`,
    '<https://kaisha.smarthr.jp/api/v1/crews>; rel="next"',
    '<https://kaisha.smarthr.jp/api/v1/crews?page=-1>; rel="next"',
    '<https://kaisha.smarthr.jp/api/v1/crews?page=2e3>; rel="next"',
    '<https://kaisha.smarthr.jp/api/v1/crews?page=0>; rel="next"',
  ];
  for (const header of headers) assert.equal(nextPage(header), null, String(header));
  assert.equal(nextPage('</api/v1/crews?page=3>; rel="next"'), 3);
});

Deno.test("a header that is made to be slow is looked at once", () => {
  const many = 400_000;
  const headers = [
    `<a>;${" ".repeat(many)}`,
    `<a>; a=${" ".repeat(many)}`,
    "<".repeat(many),
    "<a>;".repeat(many / 4),
    `<a>${"; a=b".repeat(many / 5)}`,
    `<a>; rel="${"next ".repeat(many / 5)}`,
  ];
  const begun = performance.now();
  for (const header of headers) assert.equal(nextPage(header), null);
  assert.ok(performance.now() - begun < 2_000);
});
