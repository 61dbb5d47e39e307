/**
 * The look of 年調 (Nencho) in one file: deep indigo (藍) and matcha (抹茶) on warm paper. Every colour of the product
 * is named here; `tokens_test.ts` holds each pair that pages use to WCAG 2.2 contrast.
 */

/** Colour name → value. Utilities take these names (`text-ink`, `bg-main-soft`), `styles.css` takes `--c-…`. */
export const COLORS = {
  /** Text. */
  "ink": "#1c2238",
  "ink-soft": "#525a75",
  /** Grounds: the page, cards, table heads. */
  "paper": "#f6f6f0",
  "surface": "#ffffff",
  "head": "#ecede4",
  /** Decorative lines only; an outline that tells a control is `edge`. */
  "line": "#dbdccf",
  "edge": "#777e97",
  /** 藍: links, main buttons, focus. */
  "main": "#36429b",
  "main-deep": "#262f76",
  "main-soft": "#e8eaf8",
  /** 抹茶: success and the product's stripe. */
  "matcha": "#3f6b2f",
  "matcha-soft": "#e7f0de",
  "matcha-bright": "#a9cc7f",
  /** Running. */
  "run": "#1d5f8f",
  "run-soft": "#e3f0f9",
  /** 注意. */
  "warn": "#7a5200",
  "warn-ground": "#ffdf94",
  "warn-soft": "#fff6df",
  /** エラー, 削除. */
  "danger": "#b3242f",
  "danger-deep": "#8f1822",
  "danger-soft": "#fdecec",
} as const;
export type Color = keyof typeof COLORS;

/** A foreground on a ground. Texts need 4.5:1; outlines and icons of controls 3:1. */
export interface Pair {
  text: Color;
  on: Color;
}

function pairs(text: Color, ...grounds: Color[]): Pair[] {
  return grounds.map((on) => ({ text, on }));
}

/** Every text colour with every ground it stands on. A class list that mixes another pair fails the tests. */
export const TEXT_PAIRS: readonly Pair[] = [
  ...pairs(
    "ink",
    "surface",
    "paper",
    "head",
    "main-soft",
    "matcha-soft",
    "run-soft",
    "warn-soft",
    "danger-soft",
  ),
  ...pairs("ink-soft", "surface", "paper", "head", "main-soft"),
  ...pairs("main", "surface", "paper", "head", "main-soft", "matcha-soft", "warn-soft", "run-soft"),
  ...pairs("main-deep", "surface", "paper", "head", "main-soft", "matcha-soft"),
  ...pairs("surface", "main", "main-deep", "danger", "danger-deep"),
  ...pairs("matcha", "surface", "paper", "matcha-soft"),
  ...pairs("matcha-bright", "main-deep"),
  ...pairs("run", "surface", "run-soft"),
  ...pairs("warn", "surface", "warn-soft", "warn-ground"),
  ...pairs("ink", "warn-ground"),
  ...pairs("danger", "surface", "paper", "danger-soft"),
];

/** Outlines that tell a control or its focus from the ground (WCAG 1.4.11). */
export const OUTLINE_PAIRS: readonly Pair[] = [
  ...pairs("edge", "surface", "paper", "head"),
  ...pairs("main", "surface", "paper", "head", "main-soft"),
  ...pairs("danger", "surface", "danger-soft"),
  ...pairs("run", "surface", "run-soft"),
  ...pairs("matcha", "surface"),
  ...pairs("warn", "surface", "warn-soft", "warn-ground"),
  ...pairs("matcha-bright", "main-deep"),
];

/** Faces with even Japanese figures first; each platform has one of them. */
export const FONT_STACK = [
  '"BIZ UDPGothic"',
  '"Hiragino Sans"',
  '"Yu Gothic UI"',
  '"Noto Sans JP"',
  '"Noto Sans CJK JP"',
  "Meiryo",
  "sans-serif",
].join(",");

/** From this width on a page has two columns and real tables; below it is the phone layout. */
export const WIDE = "752px";

/** From this width on there is room for a list beside the list of groups. */
export const BROAD = "1240px";

/** Corner radii by name (`rounded-control`, `rounded-card`). */
export const RADII = { none: "0", control: "0.5rem", card: "0.875rem", full: "9999px" } as const;

/** Shadows by name (`shadow-card`, `shadow-float`). */
export const SHADOWS = {
  card: "0 1px 2px rgba(28,34,56,.10)",
  float: "0 6px 20px rgba(28,34,56,.22)",
} as const;
