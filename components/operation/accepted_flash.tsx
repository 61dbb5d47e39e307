import { render } from "preact";
import { AcceptedMessage } from "../AcceptedMessage.tsx";
import { ACCEPTED_EVENT } from "./accepted_event.ts";

/** Says on the page that an operation was accepted, in the live region of the frame. Browser only. */
export function showAccepted(job: { id: string; title: string }) {
  dispatchEvent(new CustomEvent(ACCEPTED_EVENT, { detail: job.id }));
  const region = document.getElementById("flash");
  if (region === null) return location.assign(`/background-jobs/${job.id}`);
  render(<AcceptedMessage {...job} live={false} />, region);
  region.scrollIntoView({ block: "nearest" });
}
