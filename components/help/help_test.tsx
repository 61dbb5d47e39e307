import assert from "node:assert/strict";
import { ROLE_LABELS } from "../../domain/permission.ts";
import { REQUEST_STATUS_LABELS } from "../../domain/request.ts";
import { STATUS_LABELS } from "../../jobs/view.ts";
import { draw, textOf, textsOf } from "../render_fixture.ts";
import { guideAddress } from "./guide_address.ts";
import { GuidePage } from "./GuidePage.tsx";
import type { Help } from "./help.ts";
import { type Block, blocksOf } from "./markdown.ts";
import { ScreenHelp } from "./ScreenHelp.tsx";
import { JOB_SCREENS } from "./job_screens.ts";
import { MY_SCREENS } from "./my_screens.ts";
import { PEOPLE_SCREENS } from "./people_screens.ts";
import { REQUEST_SCREENS } from "./request_screens.ts";
import { SETTINGS_SCREENS } from "./settings_screens.ts";
import guide from "../../docs/guide.ja.md" with { type: "text" };

const SCREENS: Record<string, Help> = {
  ...PEOPLE_SCREENS,
  ...REQUEST_SCREENS,
  ...JOB_SCREENS,
  ...SETTINGS_SCREENS,
  ...MY_SCREENS,
};
const HEADINGS = blocksOf(guide).flatMap((block) => block.kind === "heading" ? [block.text] : []);

Deno.test("the parts of Markdown that the guide uses are read", () => {
  assert.deepEqual(blocksOf("# 題\n\n一行目\n二行目、**太字**と[先](#題)。\n"), [
    { kind: "heading", level: 1, text: "題" },
    {
      kind: "paragraph",
      text: ["一行目二行目、", { strong: "太字" }, "と", { href: "#題", text: "先" }, "。"],
    },
  ]);
  assert.deepEqual(blocksOf("- 甲\n- 乙\n\n1. 丙\n2. 丁"), [
    { kind: "list", ordered: false, items: [["甲"], ["乙"]] },
    { kind: "list", ordered: true, items: [["丙"], ["丁"]] },
  ]);
  assert.deepEqual(blocksOf("| 語 | 意味 |\n|---|---|\n| 甲 | **乙** |"), [
    { kind: "table", head: [["語"], ["意味"]], rows: [[["甲"], [{ strong: "乙" }]]] },
  ]);
  assert.throws(() => blocksOf("| 語 | 意味 |\n| 甲 | 乙 |"), /line of dashes/);
});

Deno.test("every screen leads to a part of the guide that is there", () => {
  const missing = Object.values(SCREENS).map(({ guide }) => guide)
    .filter((heading) => heading !== undefined && !HEADINGS.includes(heading));
  assert.deepEqual(missing, []);
});

Deno.test("help is a few whole sentences", () => {
  for (const [screen, { points }] of Object.entries(SCREENS)) {
    for (const { title, text } of points) {
      assert.match(text, /。$/, `${screen}: ${title}`);
      assert.ok(text.length <= 130, `${screen}: ${title} has ${text.length} characters`);
    }
    assert.ok(points.length <= 4, screen);
  }
});

Deno.test("the tables of the guide have the words of the product, all of them and in its order", () => {
  const first = blocksOf(guide)
    .filter((block): block is Block & { kind: "table" } => block.kind === "table")
    .map(({ rows }) => rows.map(([cell]) => cell!.join("")));
  assert.deepEqual(first, [
    Object.values(REQUEST_STATUS_LABELS),
    Object.values(STATUS_LABELS),
    Object.values(ROLE_LABELS),
  ]);
});

Deno.test("every part of the guide stands on its page and in its contents", () => {
  const page = draw(<GuidePage text={guide} />);
  const parts = HEADINGS.slice(1);
  assert.equal(textOf(page.querySelector("h1")), HEADINGS[0]);
  assert.deepEqual(textsOf(page, "nav a"), parts);
  for (const link of page.querySelectorAll("nav a")) {
    const heading = decodeURIComponent(link.getAttribute("href")!.slice(1));
    assert.equal(textOf(page.getElementById(heading)), heading);
  }
});

Deno.test("a screen's help is folded and leads on to the guide", () => {
  const page = draw(<ScreenHelp {...JOB_SCREENS.jobs} />);
  assert.equal(page.querySelector("details")?.hasAttribute("open"), false);
  assert.equal(page.querySelector("a")?.getAttribute("href"), guideAddress(JOB_SCREENS.jobs.guide));
  assert.equal(draw(<ScreenHelp {...MY_SCREENS.my} />).querySelector("a"), null);
});
