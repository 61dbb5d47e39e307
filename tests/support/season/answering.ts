import type { Locator, Page } from "playwright-core";

/** What is chosen where nothing is, the first that there is. */
const NOTHING_SPECIAL = [/^いいえ/, /ない($|（)/, /と同じ$/];

/** What the figures of somebody with nothing special are. */
const FIGURES = { "この会社の給与収入": "4800000", "来年の合計所得金額の見積額": "3400000" };

/** Opens the questionnaire for the first time and answers its first page. */
export async function startAnswering(employee: Page): Promise<void> {
  await employee.goto("/my");
  await employee.getByRole("link", { name: "アンケートを始める" }).click();
  await employee.getByRole("heading", { level: 1, name: "はじめに" }).waitFor();
  await answerPage(employee);
}

/** Goes on where the questionnaire was left, to its end, and submits it. */
export async function answerTheRest(employee: Page): Promise<void> {
  await employee.goto("/my");
  await employee.getByRole("link", { name: "続きから入力する" }).click();
  await employee.waitForURL("**/my/answers/*");
  while (new URL(employee.url()).pathname !== "/my/confirmation") await answerPage(employee, FIGURES);
  await employee.getByRole("button", { name: "提出する" }).click();
  await employee.getByText("回答を提出しました。").waitFor();
}

/** Corrects 給与収入 after it was sent back. */
export async function correctSalary(employee: Page, yen: string): Promise<void> {
  await employee.goto("/my");
  await employee.getByRole("link", { name: "所得", exact: true }).click();
  await employee.getByLabel("この会社の給与収入").fill(yen);
  await goOn(employee);
}

/** Submits what was corrected. */
export async function resubmit(employee: Page): Promise<void> {
  await employee.goto("/my/confirmation");
  await employee.getByRole("button", { name: "修正した内容を提出する" }).click();
  await employee.getByRole("heading", { name: "修正した回答を提出しました" }).waitFor();
}

/**
 * Answers the page of the questionnaire that is open as somebody with nothing special to tell does, and goes on. What
 * stands there stays. `texts`: what is typed into an empty field, by its label.
 */
async function answerPage(page: Page, texts: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const group of await page.getByRole("radiogroup").filter({ visible: true }).all()) {
    if (await group.isVisible() && await group.getByRole("radio", { checked: true }).count() === 0) {
      await ordinaryOf(group).check();
    }
  }
  for (const [label, text] of Object.entries(texts)) {
    const field = page.getByLabel(label).filter({ visible: true });
    if (await field.count() === 1 && await field.inputValue() === "") await field.fill(text);
  }
  await goOn(page);
}

function ordinaryOf(group: Locator): Locator {
  const [first, ...rest] = NOTHING_SPECIAL.map((name) => group.getByRole("radio", { name }));
  return rest.reduce((any, one) => any.or(one), first!).first();
}

/** Saves the page of the questionnaire that is open; throws what is wrong where it stays. */
async function goOn(page: Page) {
  const before = page.url();
  const button = page.getByRole("button", { name: "保存して次へ進む" });
  await Promise.all([page.waitForEvent("domcontentloaded"), button.click()]);
  if (page.url() === before) throw new Error(`${before}: ${await page.getByRole("alert").innerText()}`);
}
