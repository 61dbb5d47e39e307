import { Refusal } from "../domain/errors.ts";
import { normalHost } from "../domain/host.ts";
import { define } from "./define.ts";
import { isOfProcess } from "./role_middleware.ts";

/** Finds the tenant that the host names; a host of nobody is a 404 that says nothing. */
export const tenantMiddleware = define.middleware(async (ctx) => {
  if (isOfProcess(ctx.url.pathname)) return ctx.next();
  const host = normalHost(ctx.url.host);
  const tenant = host && await ctx.state.services.tenants.byHost(host);
  if (!tenant) throw new Refusal("not_found");
  ctx.state.tenant = tenant;
  return ctx.next();
});
