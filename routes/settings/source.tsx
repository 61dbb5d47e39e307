import { type Context, page } from "fresh";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { SourcePage, type SourcePageProps } from "../../components/source/SourcePage.tsx";
import { SOURCE_KINDS } from "../../domain/source_settings.ts";
import type { User } from "../../domain/user.ts";
import { define } from "../../web/define.ts";
import { readForm, textOf } from "../../web/forms.ts";
import { requirePermission } from "../../web/guards.ts";
import { returnAddress } from "../../web/return_address.ts";
import { seeOther } from "../../web/see_other.ts";
import { formOf, readSource } from "../../web/source_form.ts";
import type { State } from "../../web/state.ts";

/**
 * 設定 › データ連携: `POST` (`kind`, `address`, `token`, `draft`) tries the connection where `action` is `check`, and
 * saves otherwise. An empty `token` is that of the draft, or the one that is stored.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const user = requirePermission(ctx, "admin");
    return page(await shown(ctx, user, {}));
  },

  async POST(ctx) {
    const user = requirePermission(ctx, "admin");
    const { services: { sources }, tenant } = ctx.state;
    const asker = { tenant, user };
    const data = await readForm(ctx.req);
    const draft = await sources.open(asker, textOf(data, "draft"));
    const read = readSource(data, draft, await sources.get(tenant.id), sources.limits);
    if ("form" in read) {
      return page(await shown(ctx, user, { form: read.form, draft: await sealed(draft) }), { status: 422 });
    }
    const { choice } = read;
    if (textOf(data, "action") !== "check") {
      await sources.save(asker, choice);
      return seeOther("/settings/source?saved=1");
    }
    const probes = choice.kind === "none" ? [] : await sources.check(tenant.id, choice);
    // A token that was refused is not worth keeping.
    const refused = probes.some(({ problem }) => problem?.code === "source_token_invalid");
    const token = choice.kind === "smarthr" && !refused ? choice.token : null;
    const form = { values: { kind: choice.kind, address: textOf(data, "address") }, errors: {} };
    return page(await shown(ctx, user, { form, draft: await sealed(token), probes }));

    async function sealed(token: string | null): Promise<string> {
      return token === null ? "" : await sources.seal(asker, token);
    }
  },
});

async function shown(
  { state: { services, tenant }, url }: Context<State>,
  user: User,
  more: Partial<SourcePageProps>,
): Promise<SourcePageProps> {
  const settings = await services.sources.get(tenant.id);
  const sample = services.sources.limits.sampleEmployees !== null;
  return {
    settings,
    form: formOf(settings),
    kinds: SOURCE_KINDS.filter((kind) => kind !== "sample" || sample),
    draft: "",
    probes: null,
    saved: url.searchParams.get("saved") !== null,
    items: services.menu(user, "settings_source", null),
    returnTo: returnAddress(url),
    ...more,
  };
}

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="データ連携" />
    <SourcePage {...data} />
  </>
));
