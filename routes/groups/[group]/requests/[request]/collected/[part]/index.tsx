import { page } from "fresh";
import { PAGES_OF } from "../../../../../../../components/requests/addresses.ts";
import {
  EditPage,
  type EditPageProps,
} from "../../../../../../../components/requests/collected/EditPage.tsx";
import { readFields, textsOf } from "../../../../../../../domain/answering/fields/fields.ts";
import { fieldsOfPart, staffPart } from "../../../../../../../domain/answering/staff/parts.ts";
import { fullName } from "../../../../../../../domain/employee.ts";
import { Refusal } from "../../../../../../../domain/errors.ts";
import { COLLECTED_LABELS } from "../../../../../../../domain/request.ts";
import { type OpenPart, openPart, wasAsked } from "../../../../../../../web/collected/open.ts";
import { type Sent, sentAgain } from "../../../../../../../web/collected/again.ts";
import { saveChange } from "../../../../../../../web/collected/save.ts";
import { define } from "../../../../../../../web/define.ts";
import { readForm, textOf } from "../../../../../../../web/forms.ts";
import { textsIn } from "../../../../../../../web/my/form.ts";
import { withNotice } from "../../../../../../../web/notice.ts";
import { seeOther } from "../../../../../../../web/see_other.ts";

/** A part of 収集情報: `GET` shows all its fields, `POST` (`version` and the fields) saves them. */
export const handler = define.handlers({
  async GET(ctx) {
    const opened = await openPart(ctx);
    return page(shown(opened, { texts: textsOf(fieldsOfPart(opened.staff), opened.asking.collected) }));
  },

  async POST(ctx) {
    const opened = await openPart(ctx);
    const form = await readForm(ctx.req);
    const texts = textsIn(form);
    const version = textOf(form, "version");
    const read = readFields(fieldsOfPart(opened.staff), opened.asking.collected, texts);
    if ("errors" in read) {
      return page(shown(opened, { texts, version, errors: read.errors }), { status: 422 });
    }
    return await sentAgain(
      ctx,
      async () => {
        await saveChange(ctx.state, opened, version, (asking, { request }) => {
          const fields = fieldsOfPart(staffPart(opened.part, asking, wasAsked(request)));
          const now = readFields(fields, asking.collected, texts);
          if ("errors" in now) throw new Refusal("collected_moved");
          return now.value;
        });
        return seeOther(withNotice(PAGES_OF.tab(opened.home, opened.part), "collected_saved"));
      },
      (problem) => shown(opened, { texts, version, problem }),
    );
  },
});

function shown(
  opened: OpenPart,
  { texts, version, errors = new Map(), problem = null }: Sent,
): EditPageProps {
  const { part, home, address, staff, asking, member } = opened;
  return {
    title: `${COLLECTED_LABELS[part]}の編集`,
    name: fullName(member.employee),
    back: { href: PAGES_OF.tab(home, part), label: "依頼に戻る" },
    address,
    version: version ?? opened.version,
    newId: null,
    sections: staff.sections.map(({ id, title, fields: { views } }) => ({ id, title, views })),
    lists: staff.lists.map((list) => ({
      id: list.id,
      label: list.label,
      rows: list.rows(asking),
      hasRoom: list.hasRoom(asking),
    })),
    texts,
    errors,
    problem,
  };
}

export default define.page<typeof handler>(({ data }: { data: EditPageProps }) => <EditPage {...data} />);
