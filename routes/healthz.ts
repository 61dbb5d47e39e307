import { define } from "../web/define.ts";

/** Liveness: this process answers requests. It says nothing of the database, so that a slow one is not restarted. */
export const handler = define.handlers({
  GET: (ctx) => ctx.text("ok\n"),
});
