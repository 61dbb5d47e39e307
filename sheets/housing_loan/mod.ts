import type { Layout } from "../layout.ts";

/** To be laid out. */
export const HOUSING_LOAN: Layout = {
  landscape: false,
  draw({ paper, title }) {
    paper.label({ ...paper.body, h: 20 }, title, { size: 11 });
  },
};
