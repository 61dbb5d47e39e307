import { define } from "../web/define.ts";

/** A tick comes each second; one that is this late never comes. */
const STANDSTILL_MS = 60_000;

/** Liveness, by the process's own state only: 200 while it answers and its engine ticks, else 503. */
export const handler = define.handlers({
  GET(ctx) {
    const alive = performance.now() - ctx.state.services.lastTick() < STANDSTILL_MS;
    return alive ? ctx.text("ok\n") : ctx.text("the engine stands still\n", { status: 503 });
  },
});
