import { page } from "fresh";
import { FormPage } from "../../../../../../../../../components/form/FormPage.tsx";
import { staffPart } from "../../../../../../../../../domain/answering/staff/parts.ts";
import { Refusal } from "../../../../../../../../../domain/errors.ts";
import { sentAgain } from "../../../../../../../../../web/collected/again.ts";
import { type OpenList, openList } from "../../../../../../../../../web/collected/entries.ts";
import { wasAsked } from "../../../../../../../../../web/collected/open.ts";
import { saveChange } from "../../../../../../../../../web/collected/save.ts";
import { define } from "../../../../../../../../../web/define.ts";
import { readForm, textOf } from "../../../../../../../../../web/forms.ts";
import { withNotice } from "../../../../../../../../../web/notice.ts";
import type { Problem } from "../../../../../../../../../web/problems.ts";
import { seeOther } from "../../../../../../../../../web/see_other.ts";

interface RemovalPage {
  title: string;
  returnTo: string;
  version: string;
  name: string;
  detail: string;
  problem: Problem | null;
}

/** Takes an entry out of a list of 収集情報: `GET` asks, `POST` (`version`) does it. */
export const handler = define.handlers({
  async GET(ctx) {
    return page(shown(await openList(ctx)));
  },
  async POST(ctx) {
    const opened = await openList(ctx);
    const { part, list, item, address } = opened;
    const version = textOf(await readForm(ctx.req), "version");
    return await sentAgain(
      ctx,
      async () => {
        await saveChange(ctx.state, opened, version, (asking, { request }) => {
          const { lists } = staffPart(part, asking, wasAsked(request));
          const present = lists.find(({ id }) => id === list.id);
          // Whoever sends the form twice has taken it out already.
          if (!present?.rows(asking).some(({ id }) => id === item)) return asking.collected;
          return present.without(asking, item) ?? asking.collected;
        });
        return seeOther(withNotice(address, "collected_saved"));
      },
      (problem) => shown(opened, { version, problem }),
    );
  },
});

function shown(
  { list, item, address, asking, version: now }: OpenList,
  { version = now, problem = null }: { version?: string; problem?: Problem | null } = {},
): RemovalPage {
  const row = list.rows(asking).find(({ id }) => id === item);
  if (!row) throw new Refusal("not_found");
  const { title: name, detail } = row;
  return { title: `${list.label}の削除`, returnTo: address, version, name, detail, problem };
}

export default define.page<typeof handler>(({ data }: { data: RemovalPage }) => (
  <FormPage
    title={data.title}
    returnTo={data.returnTo}
    button="削除"
    look="danger"
    problem={data.problem}
  >
    <input type="hidden" name="version" value={data.version} />
    <p>「{data.name}」を削除しますか？　この操作は元に戻せません。</p>
    <p class="mt-2 text-ink-soft">{data.detail}</p>
  </FormPage>
));
