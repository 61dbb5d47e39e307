import { page } from "fresh";
import { ulid } from "ulid";
import {
  EditPage,
  type EditPageProps,
} from "../../../../../../../../../components/requests/collected/EditPage.tsx";
import { staffPart } from "../../../../../../../../../domain/answering/staff/parts.ts";
import { fullName } from "../../../../../../../../../domain/employee.ts";
import { Refusal } from "../../../../../../../../../domain/errors.ts";
import { COLLECTED_LABELS } from "../../../../../../../../../domain/request.ts";
import { type Sent, sentAgain } from "../../../../../../../../../web/collected/again.ts";
import { type OpenEntry, openEntry } from "../../../../../../../../../web/collected/entries.ts";
import { wasAsked } from "../../../../../../../../../web/collected/open.ts";
import { saveChange } from "../../../../../../../../../web/collected/save.ts";
import { define } from "../../../../../../../../../web/define.ts";
import { readForm, textOf } from "../../../../../../../../../web/forms.ts";
import { textsIn } from "../../../../../../../../../web/my/form.ts";
import { withNotice } from "../../../../../../../../../web/notice.ts";
import { seeOther } from "../../../../../../../../../web/see_other.ts";

/**
 * An entry of a list of 収集情報, or `new`: `GET` shows its form, `POST` (`version`, `item_id` of a new one, its fields)
 * saves it.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const opened = await openEntry(ctx, ulid());
    return page(shown(opened, { texts: opened.form.texts }));
  },

  async POST(ctx) {
    const sent = await readForm(ctx.req);
    const opened = await openEntry(ctx, textOf(sent, "item_id"));
    const { part, list, id, isNew, form } = opened;
    const texts = textsIn(sent);
    const version = textOf(sent, "version");
    const read = form.read(texts);
    if ("errors" in read) {
      return page(shown(opened, { texts, version, errors: read.errors }), { status: 422 });
    }
    return await sentAgain(
      ctx,
      async () => {
        await saveChange(ctx.state, opened, version, (asking, { request }) => {
          const { lists } = staffPart(part, asking, wasAsked(request));
          const now = lists.find((one) => one.id === list.id)?.form(asking, id, isNew)?.read(texts);
          if (!now || "errors" in now) throw new Refusal("collected_moved");
          return now.value;
        });
        return seeOther(withNotice(opened.address, "collected_saved"));
      },
      (problem) => shown(opened, { texts, version, problem }),
    );
  },
});

function shown(
  opened: OpenEntry,
  { texts, version, errors = new Map(), problem = null }: Sent,
): EditPageProps {
  const { part, address, form, id, isNew, member } = opened;
  return {
    title: form.title,
    name: fullName(member.employee),
    back: { href: address, label: `${COLLECTED_LABELS[part]}の編集に戻る` },
    address,
    version: version ?? opened.version,
    newId: isNew ? id : null,
    sections: [{ id: "entry", title: form.title, views: form.views }],
    lists: [],
    texts,
    errors,
    problem,
  };
}

export default define.page<typeof handler>(({ data }: { data: EditPageProps }) => <EditPage {...data} />);
