import { deepEqual, equal } from "node:assert/strict";
import { Builder } from "fresh/dev";
import { app } from "./testdata/app/main.ts";
import { chromiumPath, openPage, withBrowser } from "./testing/browser.ts";
import { whileServing } from "./testing/serve.ts";

const root = new URL("./testdata/app", import.meta.url).pathname;

Deno.test({
  name: "islands come to life in a browser, under a strict policy",
  ignore: chromiumPath() === null,
  // Playwright keeps its connection's timers beyond the browser's end.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(t) {
    (await new Builder({ root }).build({ snapshot: "memory" }))(app);
    await whileServing(app.handler(), (origin) =>
      withBrowser(async (browser) => {
        const { page, problems } = await openPage(browser, `${origin}/islands`);
        const button = (label: string) => page.locator(`[data-label=${label}]`);
        const texts = () => page.locator("[data-label]").allTextContents();

        await t.step("a signal shared by two islands and a nested one stays one", async () => {
          await button("one").click();
          await page.waitForFunction(() =>
            document.querySelector("[data-label=nested]")!.textContent!.endsWith("4")
          );
          deepEqual(await texts(), ["one: 4", "two: 4", "nested: 4"]);
          await button("nested").click();
          deepEqual(await texts(), ["one: 5", "two: 5", "nested: 5"]);
        });

        await t.step("a slot that was not shown comes from its template, with its island alive", async () => {
          await page.locator(".toggle").click();
          await button("late").waitFor();
          equal(
            await page.locator(".hidden").innerHTML(),
            '<p>hidden &amp; shown <button type="button" data-label="late">late: 5</button></p>',
          );
          await button("late").click();
          equal(await button("one").textContent(), "one: 6");
        });

        await t.step("Head in an island follows its state", async () => {
          equal(await page.title(), "Panel 0");
          await page.locator(".rename").click();
          await page.waitForFunction(() => document.title === "Panel 1");
          equal(await page.locator("title").count(), 1);
        });

        await t.step("nothing was refused or failed", () => deepEqual(problems, []));
      }));
  },
});

Deno.test({
  name: "what a person entered before the scripts came stays",
  ignore: chromiumPath() === null,
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    (await new Builder({ root }).build({ snapshot: "memory" }))(app);
    const handler = app.handler();
    const scripts = Promise.withResolvers<void>();
    const held = async (req: Request) => {
      // One is enough; more would take all the connections that a browser makes to one host.
      if (req.url.endsWith("/fresh-boot.js")) await scripts.promise;
      return await handler(req);
    };
    await whileServing(held, (origin) =>
      withBrowser(async (browser) => {
        const page = await browser.newPage();
        await page.goto(`${origin}/islands`, { waitUntil: "commit" });
        await page.locator("[name=typed]").fill("mine");
        await page.locator("[name=area]").fill("mine too");
        await page.locator("[name=choice]").selectOption("a");
        await page.locator("[name=ticked]").check();
        scripts.resolve();
        await page.waitForLoadState("load");
        await page.locator(".toggle").click();
        await page.locator(".hidden").waitFor();
        const values = await page.locator("[name]:not(meta)").evaluateAll((fields) =>
          fields.map((field) => {
            const input = field as HTMLInputElement;
            return input.type === "checkbox" ? input.checked : input.value;
          })
        );
        deepEqual(values, ["mine", "mine too", "a", true]);
      }));
  },
});

Deno.test({
  name: "islands of every shape keep the server's nodes and change them",
  ignore: chromiumPath() === null,
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(t) {
    (await new Builder({ root }).build({ snapshot: "memory" }))(app);
    await whileServing(app.handler(), (origin) =>
      withBrowser(async (browser) => {
        const { page, problems } = await openPage(browser, `${origin}/edges`);
        const html = (selector: string) => page.locator(selector).innerHTML();

        await t.step(
          "an island that showed nothing shows something in its place, and nothing again",
          async () => {
            equal(await page.locator("main > .toggle").textContent(), "a & b 1");
            await page.locator(".toggle").click();
            equal(await page.locator("#appearing").innerText(), "beforetextabafter");
            await page.locator(".toggle").click();
            equal(await page.locator("#appearing").innerText(), "beforeafter");
          },
        );

        await t.step("JSX in lists and objects of props arrives", async () => {
          equal(
            await html(".tabs"),
            '<button type="button"><b>*</b>A</button><button type="button"><b>+</b>B</button><article><p>first</p></article>',
          );
          await page.locator(".tabs button").nth(1).click();
          equal(await html("article"), "<p>second &lt;</p>");
        });

        await t.step("rows in a table stay where they were", async () => {
          const rows = page.locator("tbody tr");
          deepEqual(await rows.allTextContents(), ["slot", "x", "y"]);
          equal(await page.locator("tbody td").first().getAttribute("colspan"), "2");
        });

        await t.step("an island knows that it runs in a browser, and its build", async () => {
          const built = await page.evaluate(() => {
            const text = [...document.scripts].map((script) => script.text).join("");
            return /_fresh\/js\/([^/]+)\//.exec(text)![1];
          });
          equal(await page.locator(".where").textContent(), `true /app.css?__frsh_c=${built}`);
        });

        await t.step("ids are the same on both sides, and nowhere twice", async () => {
          const buttons = page.locator(".labelled > button");
          for (let i = 0; i < 3; i++) await buttons.nth(i).click();
          await page.locator("[aria-labelledby]").nth(2).waitFor();
          const ids = await buttons.evaluateAll((all) => all.map(({ id }) => id));
          equal(new Set(ids).size, 3);
          const labels = await page.locator("[aria-labelledby]").evaluateAll((all) =>
            all.map((one) => one.getAttribute("aria-labelledby"))
          );
          deepEqual(labels.sort(), ids.sort());
        });

        await t.step("a controlled field follows its signal", async () => {
          await page.locator(".field").fill("typed");
          equal(await page.locator(".field").inputValue(), "typed");
        });

        await t.step("nothing was refused or failed", () => deepEqual(problems, []));
      }));
  },
});
