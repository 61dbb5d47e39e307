import assert from "node:assert/strict";
import { whileVisible } from "./visible.ts";

function pageOf(state: DocumentVisibilityState) {
  const events = new EventTarget();
  const page = {
    visibilityState: state,
    addEventListener: events.addEventListener.bind(events) as Document["addEventListener"],
    removeEventListener: events.removeEventListener.bind(events) as Document["removeEventListener"],
  };
  return {
    page,
    show(now: DocumentVisibilityState) {
      page.visibilityState = now;
      events.dispatchEvent(new Event("visibilitychange"));
    },
  };
}

Deno.test("what a page does while it is visible begins and stops with it, one at a time", () => {
  const { page, show } = pageOf("hidden");
  const seen: string[] = [];
  const stop = whileVisible(() => (seen.push("begin"), () => void seen.push("stop")), page);
  assert.deepEqual(seen, []);
  show("visible");
  show("visible");
  assert.deepEqual(seen.splice(0), ["begin"]);
  show("hidden");
  show("hidden");
  assert.deepEqual(seen.splice(0), ["stop"]);
  show("visible");
  stop();
  stop();
  show("visible");
  assert.deepEqual(seen, ["begin", "stop"]);
});
