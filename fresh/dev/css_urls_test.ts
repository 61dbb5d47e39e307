import { equal } from "node:assert/strict";
import { lockCssUrls } from "./css_urls.ts";

const lock = (css: string) => new TextDecoder().decode(lockCssUrls(new TextEncoder().encode(css), "b1"));

Deno.test("addresses of the site in a stylesheet get the build's id", () => {
  equal(
    lock("a{b:url(/x.png) url( \"/y.woff2\" ),url('/z.svg#i')}"),
    "a{b:url(/x.png?__frsh_c=b1) url(\"/y.woff2?__frsh_c=b1\"),url('/z.svg?__frsh_c=b1#i')}",
  );
});

Deno.test("other addresses and sheets without any stay as they are", () => {
  const css = "a{b:url(x.png) url(https://a.example/x) url(//a.example/x) url(data:,x)}";
  equal(lock(css), css);
  const content = new TextEncoder().encode(css);
  equal(lockCssUrls(content, "b1"), content);
});
