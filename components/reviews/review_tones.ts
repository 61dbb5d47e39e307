import type { ReviewStatus } from "../../domain/request.ts";
import type { Tone } from "../StatusLabel.tsx";

/** How a 確認状況 looks. Apart from the words, whose module brings the schemas with it: this goes to the browser. */
export const REVIEW_TONES: Record<ReviewStatus, Tone> = {
  waiting: "blue",
  double_waiting: "blue",
  checked: "green",
  returned: "warning",
};
