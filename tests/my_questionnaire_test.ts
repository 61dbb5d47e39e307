import { match, ok, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { open } from "./support/browser.ts";
import { type Client, PASSWORD, signIn } from "./support/client.ts";
import { examine } from "./support/examine.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "40" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

const PHONE = { width: 390, height: 844 };
/** A desk at 200 % zoom. */
const ZOOMED = { width: 640, height: 450 };

/** What is said to the controls that ask, by the end of their name; whatever else is there already stays. */
const SAID: Record<string, string> = {
  leaving: "no",
  secondarySalary: "no",
  otherEmployer: "no",
  "spouse thisYear": "no",
  "spouse nextYear": "no",
  "thisYear.support": "yes",
  "nextYear.support": "yes",
  "thisYear.income.salary": "0",
  "nextYear.income.total": "0",
  "thisYear.salary": "5000000",
  "nextYear.total": "3560000",
  claims: "yes",
  amount: "24000",
  relation: "本人",
  holder: "田中 舞",
  type: "国民年金",
  company: "日本年金機構",
  "individual.amount": "276000",
  claim: "no",
};

/** What is said to the control of this name; undefined: what is there stays. */
function saidTo(name: string, page: string): string | undefined {
  if (page === "/my/answers/spouse") return SAID[`spouse ${name}`];
  const known = Object.keys(SAID).filter((end) => name === end || name.endsWith(`.${end}`));
  return SAID[known.toSorted((a, b) => b.length - a.length)[0] ?? ""];
}

interface Focused {
  tag: string;
  type: string;
  name: string;
  value: string;
  label: string;
}

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    return {
      tag: element.localName,
      type: element.type ?? "",
      name: element.name ?? "",
      value: element.value ?? "",
      label: (element.getAttribute("aria-label") ?? element.innerText ?? "").trim(),
    };
  });
}

/** Fills a form with the keyboard alone, and presses the button that saves it. */
async function fillByKeyboard(page: Page): Promise<void> {
  const { keyboard } = page;
  for (let presses = 0; presses < 200; presses++) {
    await keyboard.press("Tab");
    const now = await focused(page);
    if (now.type === "submit" && /^(保存|提出する|修正した内容を提出する)/.test(now.label)) {
      return await followed(page, () => keyboard.press("Enter"));
    }
    const said = saidTo(now.name, new URL(page.url()).pathname);
    if (said === undefined) continue;
    if (now.type === "radio") await choose(page, said);
    else if (now.type === "text" && now.value === "") await keyboard.type(said);
  }
  throw new Error(`${page.url()}: no way to the button`);
}

/** Moves within radio buttons to the one with this value. */
async function choose(page: Page, value: string): Promise<void> {
  for (let n = 0; n < 5 && (await focused(page)).value !== value; n++) await page.keyboard.press("ArrowDown");
  if (!await page.evaluate(() => (document.activeElement as HTMLInputElement).checked)) {
    await page.keyboard.press("Space");
  }
  strictEqual((await focused(page)).value, value);
}

/** Waits for the page that `act` leads to. */
async function followed(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), act()]);
}

/** Answers what lacks in the lists of a page: every entry that says so. */
async function completeEntries(page: Page): Promise<void> {
  for (;;) {
    const entry = page.locator("li", { hasText: "入力が必要" }).getByRole("link", { name: /を変更$/ })
      .first();
    if (await entry.count() === 0) return;
    await entry.focus();
    await followed(page, () => page.keyboard.press("Enter"));
    await fillByKeyboard(page);
  }
}

/** Adds an entry to a list of the page. */
async function addEntry(page: Page, label: string): Promise<void> {
  await page.getByRole("link", { name: label }).focus();
  await followed(page, () => page.keyboard.press("Enter"));
  await examine(page, label);
  await fillByKeyboard(page);
  await page.getByText("日本年金機構").waitFor();
}

/** Goes through the questionnaire from the page that is open to the confirmation. */
async function answerAll(page: Page, each: (path: string) => Promise<void>): Promise<void> {
  for (let n = 0; n < 40; n++) {
    const { pathname } = new URL(page.url());
    await each(pathname);
    if (pathname === "/my/confirmation") return;
    if (pathname === "/my/pictures") {
      await page.goto("/my/confirmation");
      continue;
    }
    await completeEntries(page);
    if (pathname === "/my/answers/social") await addEntry(page, "国民年金・国民年金基金を追加");
    const before = page.url();
    await fillByKeyboard(page);
    if (page.url() === before) throw new Error(`${before}: ${await page.getByRole("alert").innerText()}`);
  }
  throw new Error("the questionnaire has no end");
}

/** The page of the 依頼 of `employee@sample.example`. */
async function requestOf(admin: Client, name: string): Promise<string> {
  const group = await admin.group("本社");
  const list = await admin.fetch(`/groups/${group}/requests?q=${encodeURIComponent(name)}`, {
    headers: { accept: "text/html" },
  });
  return new RegExp(`/groups/${group}/requests/[\\w-]+`).exec(await list.text())![0];
}

Deno.test({
  name: "an employee answers everything with the keyboard, is sent back, corrects it and submits again",
  ignore,
  async fn() {
    const { app } = shared;
    const admin = await signIn(app, "admin");
    await using window = await open(sharedChromium.browser, app, { as: null, viewport: ZOOMED });
    const { page } = window;
    await page.goto("/login");
    await page.getByLabel("メールアドレスまたは社員番号").focus();
    await page.keyboard.type("employee@sample.example");
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/my");
    await examine(page, "/my, asked");
    await page.getByRole("link", { name: "アンケートを始める" }).focus();
    await followed(page, () => page.keyboard.press("Enter"));
    await answerAll(page, (path) => examine(page, path));
    await fillByKeyboard(page);
    await page.getByRole("heading", { name: "回答を提出しました" }).waitFor();
    await examine(page, "/my, answered");

    const { name } = await page.evaluate(() => ({
      name: document.querySelector("#account-menu p")!.textContent!,
    }));
    const request = await requestOf(admin, name);
    const sent = await admin.fetch(`${request}/corrections`, {
      method: "POST",
      body: new URLSearchParams({ parts: "self", comment: "建物名を確認してください。" }),
    });
    ok(sent.ok, await sent.text());
    await page.goto("/my");
    await page.getByRole("heading", { name: "入力内容が差し戻されました" }).waitFor();
    await page.getByText("建物名を確認してください。").waitFor();
    await examine(page, "/my, sent back");
    await page.goto("/my/confirmation");
    await fillByKeyboard(page);
    await page.getByText("変更点がない場合は保存できません").waitFor();

    await page.goto("/my/answers/address");
    await page.getByLabel("建物名・部屋番号").first().fill("青葉ビル 101");
    await followed(page, () => page.keyboard.press("Enter"));
    match(page.url(), /\/my\/answers\/status$/);
    await page.goto("/my/confirmation");
    await fillByKeyboard(page);
    await page.getByRole("heading", { name: "修正した回答を提出しました" }).waitFor();
    await page.goto("/my/declaration");
    await page.getByText("青葉ビル 101").first().waitFor();
    await page.getByText("社会保険料控除の額").waitFor();
    await page.getByText("24,000円", { exact: true }).last().waitFor();
    await examine(page, "/my/declaration");
  },
});

Deno.test({
  name: "the whole questionnaire again on a phone without JavaScript",
  ignore,
  async fn() {
    await using window = await open(sharedChromium.browser, shared.app, {
      as: "employee",
      javaScript: false,
      viewport: PHONE,
    });
    const { page } = window;
    await page.goto("/my/restart");
    await page.getByRole("button", { name: "もう一度回答する" }).click();
    await page.getByRole("heading", { name: "アンケートをもう一度回答しています" }).waitFor();
    await page.goto("/my/answers/start");
    for (let n = 0; n < 30 && !page.url().endsWith("/my/confirmation"); n++) {
      if (page.url().endsWith("/my/pictures")) {
        await page.getByRole("link", { name: "確認と提出へ進む" }).click();
      } else await page.getByRole("button", { name: "保存して次へ進む" }).click();
    }
    await page.getByRole("button", { name: "修正した内容を提出する" }).click();
    await page.getByRole("heading", { name: "修正した回答を提出しました" }).waitFor();
  },
});
