import { page } from "fresh";
import { Button, LinkButton } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DefinitionList } from "../../components/DefinitionList.tsx";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { NotificationBar } from "../../components/NotificationBar.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { ProblemMessage } from "../../components/ProblemMessage.tsx";
import { type AccountDifference, differencesOf } from "../../domain/account_changes_text.ts";
import { Refusal } from "../../domain/errors.ts";
import { define } from "../../web/define.ts";
import { requireUser } from "../../web/guards.ts";
import { type Problem, refusalOf } from "../../web/problems.ts";
import type { State } from "../../web/state.ts";

interface RefreshPage {
  /** What changed; null: nothing was asked for yet. */
  changes: AccountDifference[] | null;
  problem: Problem | null;
}

/**
 * アカウント情報再取得: `POST` takes the person's own 権限 and 社員番号 over from the source, at once. 503 when the source
 * is down; nothing changes then.
 */
export const handler = define.handlers({
  GET(ctx) {
    requireUser(ctx);
    return page<RefreshPage>({ changes: null, problem: null });
  },

  async POST(ctx) {
    requireUser(ctx);
    try {
      const changes = await refresh(ctx.state);
      if (ctx.state.json) return Response.json({ changes });
      return page<RefreshPage>({ changes, problem: null });
    } catch (error) {
      const problem = ctx.state.json ? null : refusalOf(error);
      if (!problem) throw error;
      const { status, headers } = problem;
      return page<RefreshPage>({ changes: null, problem }, { status, headers });
    }
  },
});

async function refresh({ services, tenant, user }: State): Promise<AccountDifference[]> {
  const { id, email, employeeCode } = user!;
  const source = await services.source(tenant);
  const said = await source.account({ email, employeeCode });
  if (!said) throw new Refusal("account_not_in_source");
  const { before, after } = await services.accounts.refresh(tenant.id, id, said);
  const roles = await services.roles.list(tenant.id);
  return differencesOf(before, after, new Map(roles.map((role) => [role.id, role.name])));
}

export default define.page<typeof handler>(({ data: { changes, problem } }) => (
  <>
    <DocumentTitle title="アカウント情報再取得" />
    <PageTitle title="アカウント情報を再取得" back={{ href: "/", label: "年末調整メニューに戻る" }} />
    <div class="grid gap-4">
      {problem && (
        <NotificationBar tone="error">
          <ProblemMessage {...problem} />
        </NotificationBar>
      )}
      {changes && (
        <NotificationBar tone="success">
          アカウント情報を再取得しました。{changes.length === 0 && "変更はありませんでした。"}
        </NotificationBar>
      )}
      {changes && changes.length > 0 && <Changes changes={changes} />}
      <Card>
        <form method="post" action="/account/refresh" class="grid gap-6">
          <p>
            基本機能から、あなたの権限と社員番号を取得し直します。権限が変わると、できる操作もすぐに変わります。
          </p>
          <div class="flex flex-wrap gap-2">
            <Button type="submit" look="main">再取得</Button>
            <LinkButton href="/">キャンセル</LinkButton>
          </div>
        </form>
      </Card>
    </div>
  </>
));

function Changes({ changes }: { changes: AccountDifference[] }) {
  const items = changes.map(({ what, before, after }) => ({ term: what, value: `${before} → ${after}` }));
  return (
    <Card title="変わったこと">
      <DefinitionList items={items} />
    </Card>
  );
}
