import type { Layout } from "../layout.ts";

/** To be laid out. */
export const INSURANCE: Layout = {
  landscape: true,
  draw({ paper, title }) {
    paper.label({ ...paper.body, h: 20 }, title, { size: 11 });
  },
};
