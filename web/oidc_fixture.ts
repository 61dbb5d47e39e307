import assert from "node:assert/strict";
import * as invitation from "../routes/invitations/[token].tsx";
import * as login from "../routes/login.tsx";
import * as callback from "../routes/login/oidc/callback.ts";
import * as start from "../routes/login/oidc/index.ts";
import * as signIn from "../routes/settings/sign-in.tsx";
import { type OidcProvider, visit } from "../tests/support/oidc_provider.ts";
import { openApp } from "./app_fixture.tsx";

export const EMAIL = "admin@kaisha.example";
export const CALLBACK = "/login/oidc/callback";

/**
 * The app of web/app_fixture.tsx with a 管理者 who set the provider `op` up. Its clock is the app's: see `serveProvider`.
 */
export async function openSignIn(op: OidcProvider) {
  const app = await openApp((app) => {
    app.route("/login", { handler: login.handler, component: login.default });
    app.route("/login/oidc", { handler: start.handler });
    app.route(CALLBACK, { handler: callback.handler });
    app.route("/settings/sign-in", { handler: signIn.handler, component: signIn.default });
    app.route("/invitations/:token", { handler: invitation.handler, component: invitation.default });
    app.get("/who", (ctx) => ctx.text(ctx.state.user?.email ?? "nobody"));
  });
  const admin = await app.signIn("admin");
  const provider = { issuer: op.issuer, client_id: op.clientId, secret: op.clientSecret, label: "会社のID" };
  const save = (session = admin, more: Record<string, string> = {}, host?: string) =>
    app.ask("/settings/sign-in", { session, host, form: { action: "save", ...provider, ...more } });
  assert.equal((await save()).status, 303);

  /** A browser of its own: it keeps the cookies that it is given, in the order of their names. */
  function browser(host?: string) {
    const jar = new Map<string, string>();
    const get = async (path: string) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await app.ask(path, { host, headers: cookie === "" ? {} : { cookie } });
      for (const given of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
        if (value === "") jar.delete(name);
        else jar.set(name, value);
      }
      return response;
    };
    const locationOf = async (path: string) => (await get(path)).headers.get("location") ?? "";
    const begin = async (query = "") => await locationOf(`/login/oidc${query}`);
    /** All the way through the provider, up to the path that the provider sends the browser back to. */
    async function through(query = "") {
      const back = await visit(await begin(query));
      return back.pathname + back.search;
    }
    const finish = async (query = "") => await locationOf(await through(query));
    return {
      jar,
      get,
      locationOf,
      begin,
      through,
      finish,
      who: async () => await (await get("/who")).text(),
    };
  }

  return { ...app, admin, provider, save, browser };
}
