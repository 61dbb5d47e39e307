import { type Context, page } from "fresh";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { SignInPage, type SignInPageProps } from "../../components/sign_in/SignInPage.tsx";
import { Refusal } from "../../domain/errors.ts";
import type { User } from "../../domain/user.ts";
import type { Asker } from "../../jobs/service.ts";
import type { SignInService } from "../../jobs/sign_in_service.ts";
import { define } from "../../web/define.ts";
import { readForm, textOf } from "../../web/forms.ts";
import { requirePermission } from "../../web/guards.ts";
import { withNotice } from "../../web/notice.ts";
import { refusalOf } from "../../web/problems.ts";
import { redirectUriOf } from "../../web/redirect_uri.ts";
import { seeOther } from "../../web/see_other.ts";
import { providerForm, readProviderForm } from "../../web/sign_in_form.ts";
import type { State } from "../../web/state.ts";

const HERE = "/settings/sign-in";

/** What is changed with one button. */
const SWITCHES = new Map<string, (signIn: SignInService, asker: Asker) => Promise<void>>(Object.entries({
  remove: (signIn, asker) => signIn.remove(asker),
  passwords_on: (signIn, asker) => signIn.switchPasswords(asker, true),
  passwords_off: (signIn, asker) => signIn.switchPasswords(asker, false),
}));

/**
 * 設定 › サインイン: `POST` does what `action` says: `save` the provider (`issuer`, `client_id`, `secret`, `draft`, `label`), or
 * `check` it; `remove` it; `passwords_on`, `passwords_off`. An empty `secret` is that of the draft, or the one that is stored.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const user = requirePermission(ctx, "admin");
    return page(await shown(ctx, user, {}));
  },

  async POST(ctx) {
    const user = requirePermission(ctx, "admin");
    const { services: { signIn }, tenant } = ctx.state;
    const asker = { tenant, user };
    const data = await readForm(ctx.req);
    const action = textOf(data, "action");
    const change = SWITCHES.get(action);
    if (change) return await settled(ctx, user, () => change(signIn, asker));
    if (action !== "check" && action !== "save") throw new Refusal("bad_request", { what: "操作" });
    const draft = await signIn.open(asker, textOf(data, "draft"));
    const { provider } = await signIn.get(tenant.id);
    const read = readProviderForm(data, draft, provider, signIn.rules);
    if ("form" in read) {
      return page(await shown(ctx, user, { form: read.form, draft: await sealed(draft) }), { status: 422 });
    }
    const { choice } = read;
    const form = providerForm(choice);
    if (action === "save") {
      const more = { form, draft: await sealed(choice.secret) };
      return await settled(ctx, user, () => signIn.save(asker, choice), more);
    }
    const probes = await signIn.check(tenant.id, choice, redirectUriOf(ctx));
    // A secret that was refused is not worth keeping.
    const refused = probes.some(({ problem }) => problem?.code === "client_refused");
    const kept = refused ? null : choice.secret;
    return page(await shown(ctx, user, { form, draft: await sealed(kept), probes }));

    async function sealed(secret: string | null): Promise<string> {
      return secret === null ? "" : await signIn.seal(asker, secret);
    }
  },
});

/** Makes a change and shows the page again, with what was done or why not. */
async function settled(
  ctx: Context<State>,
  user: User,
  change: () => Promise<void>,
  more: Partial<SignInPageProps> = {},
) {
  try {
    await change();
  } catch (error) {
    const problem = ctx.state.json ? null : refusalOf(error);
    if (!problem) throw error;
    return page(await shown(ctx, user, { ...more, problem }), { status: problem.status });
  }
  return seeOther(withNotice(HERE, "settings_saved"));
}

async function shown(
  ctx: Context<State>,
  user: User,
  more: Partial<SignInPageProps>,
): Promise<SignInPageProps> {
  const { services: { signIn }, tenant } = ctx.state;
  const settings = await signIn.get(tenant.id);
  return {
    settings,
    form: providerForm(settings.provider),
    draft: "",
    probes: null,
    problem: null,
    redirectUri: redirectUriOf(ctx),
    provenAt: await signIn.provenAt({ tenant, user }),
    ...more,
  };
}

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="サインイン" />
    <SignInPage {...data} />
  </>
));
