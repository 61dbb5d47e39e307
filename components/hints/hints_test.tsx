import assert from "node:assert/strict";
import { questionOf, QUESTIONS } from "../../domain/questionnaire.ts";
import { draw, textOf, textsOf } from "../render_fixture.ts";
import { HintPreview } from "./HintPreview.tsx";
import { HintsPage, type HintsPageProps } from "./HintsPage.tsx";

const TWO = questionOf(2)!;
const FOUR = questionOf(4)!;

const preview = (written: string, question = TWO) =>
  draw(<HintPreview question={question} written={written} company="株式会社見本" />);

function hintsPage(more: Partial<HintsPageProps> = {}): Document {
  const props: HintsPageProps = {
    group: { id: "g1", name: "本社" },
    company: "株式会社見本",
    question: TWO,
    text: TWO.hint!,
    error: null,
    own: [],
    bulk: null,
    returnTo: "/",
    ...more,
  };
  return draw(<HintsPage {...props} />);
}

Deno.test("a group's own hint stands under the company's name, the default under ヒント", () => {
  assert.match(textOf(preview("12月の退職は人事へ")), /^株式会社見本からのお知らせ ?12月の退職は人事へ$/);
  assert.match(textOf(preview(TWO.hint!)), /^ヒント ?今年の12月31日までに/);
  assert.match(textOf(preview("  \n")), /^ヒント ?今年の12月31日までに/);
  assert.equal(textOf(preview("", FOUR)), "この設問にはヒントが表示されません。");
  assert.equal(textOf(preview("<b>x</b>")), "入力内容に誤りがあるため、表示できません。");
});

Deno.test("links open elsewhere and know nothing of this page; anything else stays text", () => {
  const page = preview('所得 < 62万円 & <a href="https://x.example/?a=1&amp;b=2">案内</a>');
  const link = page.querySelector("a")!;
  assert.equal(link.getAttribute("href"), "https://x.example/?a=1&b=2");
  assert.equal(link.getAttribute("rel"), "noopener noreferrer");
  assert.equal(link.getAttribute("target"), "_blank");
  assert.match(textOf(page), /所得 < 62万円 & 案内（別のタブで開きます）$/);
  assert.equal(preview('<a href="javascript:alert(1)">x</a>').querySelector("a"), null);
});

Deno.test("every question is listed by section, the current one and those that are set are marked", () => {
  const page = hintsPage({ own: [2, 13] });
  const links = [...page.querySelectorAll("nav[aria-labelledby=question-list] a")];
  assert.equal(links.length, QUESTIONS.length);
  assert.deepEqual(
    links.filter((link) => link.hasAttribute("aria-current")).map((link) => link.getAttribute("href")),
    ["?question=2"],
  );
  const marked = links.filter((link) => textOf(link).endsWith("設定済み"));
  assert.deepEqual(marked.map((link) => link.getAttribute("href")), ["?question=2", "?question=13"]);
  assert.deepEqual(textsOf(page, "nav h3"), [
    "本人",
    "前職",
    "配偶者",
    "家族",
    "所得",
    "保険料控除",
    "住宅借入金",
  ]);
});

Deno.test("the form names its question, holds the text as it was written, and says what is wrong with it", () => {
  const form = hintsPage().querySelector("form")!;
  assert.equal(form.getAttribute("method"), "post");
  assert.equal(form.getAttribute("action"), "?question=2");
  assert.equal(form.querySelector("[name=question]")?.getAttribute("value"), "2");
  const written = "</textarea><script>x</script>";
  const page = hintsPage({ text: written, error: "だめです。直してください。" });
  const field = page.querySelector("textarea")!;
  // The parser of these tests leaves what is escaped in a textarea as it is.
  assert.equal(field.textContent?.replaceAll("&lt;", "<"), written);
  assert.equal(page.querySelector("script"), null);
  assert.equal(field.getAttribute("aria-invalid"), "true");
  const described = field.getAttribute("aria-describedby")!.split(" ").map((id) =>
    textOf(page.getElementById(id))
  );
  assert.ok(described.includes("だめです。直してください。"));
});
