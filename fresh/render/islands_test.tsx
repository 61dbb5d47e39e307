import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { type Signal, signal } from "@preact/signals";
import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { renderToString } from "preact-render-to-string";
import { App, type PageProps } from "fresh";
import { Head } from "fresh/runtime";
import { setSnapshot } from "fresh/internal";
import { type IslandInstance, readProps } from "../shared/props.ts";
import { bodyOf, loggedErrors } from "../testing/ask.ts";
import { snapshotWith } from "../testing/snapshot.ts";

const Theme = createContext("none");

function Text({ value }: { value: unknown }) {
  return <b>{String(value)}</b>;
}
function Box({ children, later }: { children?: ComponentChildren; later?: ComponentChildren }) {
  void later;
  return (
    <div>
      {children}
      <Text value="inside" />
    </div>
  );
}
function Count({ count }: { count: Signal<number> }) {
  return <i>{count}</i>;
}

const modules = [
  { module: { Text, Box, limit: 3 }, chunk: "text.js" },
  { module: { default: Count }, chunk: "count.js" },
];

/** The page that `component` makes in an app with these islands. */
function pageOf(
  component: (props: PageProps) => ComponentChildren,
  app = new App<unknown>(),
): Promise<string> {
  app.route("/", { component });
  setSnapshot(app, snapshotWith({ islands: modules, imports: (chunk) => [`chunk-of-${chunk}`] }));
  return bodyOf(app, "/");
}

/** The instances that a page's script starts. */
function instancesOf(page: string): IslandInstance[] {
  const literal = /boot\(\[[^\]]*\],("(?:[^"\\]|\\.)*")\)/.exec(page)![1]!;
  return readProps(JSON.parse(literal), (id) => `slot ${id}`);
}

Deno.test("a page without islands has no script at all", async () => {
  doesNotMatch(await pageOf(() => <p>plain</p>), /script/);
});

Deno.test("a page with islands has one module script with a nonce, and announces what it loads", async () => {
  const app = new App<unknown>().route("/", {
    component: () => (
      <>
        <Text value={1} />
        <Text value={2} />
      </>
    ),
  });
  setSnapshot(app, snapshotWith({ islands: modules, imports: (chunk) => [`chunk-of-${chunk}`] }));
  const response = await app.handler()(new Request("http://localhost/"));
  const page = await response.text();
  const script = /<script type="module" nonce="\w{32}">(.*?)<\/script><\/body>/.exec(page)![1]!;
  match(
    script,
    /^import\{boot\}from "\/_fresh\/js\/build\/fresh-boot\.js";import\{Text as _0\}from "\/_fresh\/js\/build\/text\.js";boot\(\[_0\]/,
  );
  deepEqual(instancesOf(page), [[0, { value: 1 }], [0, { value: 2 }]]);
  const names = response.headers.get("link")!.split(", ").map((link) => /build\/([^>]+)>/.exec(link)![1]);
  deepEqual(names, ["fresh-boot.js", "chunk-of-fresh-boot.js", "text.js", "chunk-of-text.js"]);
  match(
    page,
    /<!--frsh:island:0--><b>1<\/b><!--\/frsh:island--><!--frsh:island:1--><b>2<\/b><!--\/frsh:island-->/,
  );
});

Deno.test("an island in an island is a plain part of it; in a slot it is an island", async () => {
  const page = await pageOf(() => (
    <Box>
      <Text value="own" />
    </Box>
  ));
  equal(page.match(/frsh:island:/g)!.length, 2);
  match(
    page,
    /<div><!--frsh:slot:frsh-0--><!--frsh:island:1--><b>own<\/b><!--\/frsh:island--><!--\/frsh:slot--><b>inside<\/b><\/div>/,
  );
});

Deno.test("JSX that is not shown waits in a template, with the islands in it", async () => {
  const page = await pageOf(() => (
    <Box
      later={
        <p>
          <Box later={<Text value="deep" />} />
        </p>
      }
    />
  ));
  match(page, /<template id="frsh-0"><p><!--frsh:island:1-->.*?<!--\/frsh:island--><\/p><\/template>/);
  match(page, /<template id="frsh-1"><!--frsh:island:2--><b>deep<\/b><!--\/frsh:island--><\/template>/);
  deepEqual(instancesOf(page), [[0, { later: "slot frsh-0" }], [0, { later: "slot frsh-1" }], [1, {
    value: "deep",
  }]]);
});

Deno.test("one signal of several islands is sent once", async () => {
  const count = signal(5);
  const page = await pageOf(() => (
    <>
      <Count count={count} />
      <Count count={count} />
    </>
  ));
  const [[, a], [, b]] = instancesOf(page) as [IslandInstance, IslandInstance];
  equal(a.count, b.count);
  equal((a.count as Signal<number>).value, 5);
  match(page, /import\{default as _0\}/);
});

Deno.test("no prop breaks out of the script or the markers", async () => {
  const attack = '</script><!--<script>alert(1)</script>-->"\u2028\\';
  const page = await pageOf(() => (
    <Box later={<p>{attack}</p>}>
      <Text value={attack} />
    </Box>
  ));
  equal(page.match(/<script/g)!.length, 1);
  equal(page.match(/<\/script/g)!.length, 1);
  deepEqual(instancesOf(page)[1]![1], { value: attack });
  ok(!page.includes("\u2028", page.indexOf("<script")));
});

Deno.test("props that cannot be sent name their island", async () => {
  const errors = await loggedErrors(() => pageOf(() => <Text value={() => 1} />));
  match((errors[0] as Error).message, /^The props of island Text cannot be sent to the browser: .*function/);
});

Deno.test("contexts of the page reach islands, slots and Head", async () => {
  const Themed = () => <title>{useContext(Theme)}</title>;
  const page = await pageOf(() => (
    <Theme.Provider value="dark">
      <Head>
        <Themed />
      </Head>
      <Box>
        <Theme.Consumer>{(theme: string) => <u>{theme}</u>}</Theme.Consumer>
      </Box>
    </Theme.Provider>
  ));
  match(page, /<head>.*<title>dark<\/title><\/head>/);
  match(page, /<u>dark<\/u>/);
});

Deno.test("islands of the app wrapper and the layouts come to life too", async () => {
  const app = new App<unknown>()
    .appWrapper(({ Component }) => (
      <html>
        <head />
        <body>
          <Text value="app" />
          <Component />
        </body>
      </html>
    ))
    .layout("*", ({ Component }) => (
      <>
        <Text value="layout" />
        <Component />
      </>
    ));
  const page = await pageOf(() => <Text value="page" />, app);
  match(page, /island:2--><b>app.*island:0--><b>layout.*island:1--><b>page/);
  deepEqual(instancesOf(page).map(([, props]) => props.value), ["layout", "page", "app"]);
});

Deno.test("an island is a plain component outside pages and in apps that do not have it", async () => {
  equal(renderToString(<Text value={1} />), "<b>1</b>");
  const app = new App<unknown>().route("/", { component: () => <Text value={1} /> });
  match(await bodyOf(app, "/"), /<body><b>1<\/b><\/body>/);
});

Deno.test("images and sources of the site get the build's id", async () => {
  const page = await pageOf(() => (
    <picture>
      <source srcset="/a.png 1x, /b.png 2x" />
      <img src="/a.png" alt="" />
      <img src="/a.png" alt="" data-fresh-disable-lock />
      <img src="https://a.example/a.png" alt="" />
    </picture>
  ));
  match(page, /srcset="\/a\.png\?__frsh_c=build 1x, \/b\.png\?__frsh_c=build 2x"/);
  equal(page.match(/src="\/a\.png\?__frsh_c=build"/g)!.length, 1);
  match(page, /src="\/a\.png" alt data-fresh-disable-lock/);
  match(page, /src="https:\/\/a\.example\/a\.png"/);
});

Deno.test("a key in Head names the element that it replaces", async () => {
  const app = new App<unknown>().appWrapper(({ Component }) => (
    <html>
      <head>
        <meta key="color" name="theme-color" content="red" />
      </head>
      <body>
        <Component />
      </body>
    </html>
  ));
  const page = await pageOf(() => (
    <Head>
      <meta key="color" name="theme-color" media="print" content="blue" />
    </Head>
  ), app);
  match(page, /<head><meta name="theme-color" media="print" content="blue" data-key="color"\/><\/head>/);
});

Deno.test("a Head that waits in a template does nothing yet", async () => {
  const page = await pageOf(() => (
    <Box
      later={
        <p>
          <Head>
            <title>later</title>
          </Head>x
        </p>
      }
    />
  ));
  match(page, /<template id="frsh-0"><p>x<\/p><\/template>/);
  doesNotMatch(page, /<title>/);
});
