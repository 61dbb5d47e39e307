import type { RequestStatus } from "../../domain/request.ts";
import type { Tone } from "../StatusLabel.tsx";

/** How a 依頼ステータス looks. Apart from the words, whose module brings the schemas with it: this goes to the browser. */
export const STATUS_TONES: Record<RequestStatus, Tone> = {
  not_requested: "outline",
  requested: "blue",
  answering: "blue",
  answered: "green",
  correcting: "warning",
  reanswered: "green",
  confirmed: "grey",
  expired: "error",
};
