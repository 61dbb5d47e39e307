import type { View } from "../../../domain/answering/fields/view.ts";
import { Button, LinkButton } from "../../Button.tsx";
import { Card } from "../../Card.tsx";
import { DocumentTitle } from "../../DocumentTitle.tsx";
import { PageTitle } from "../../PageTitle.tsx";
import type { Problem } from "../../ProblemMessage.tsx";
import type { Filled } from "../../my/ControlField.tsx";
import { ErrorSummary } from "../../my/ErrorSummary.tsx";
import { FormViews } from "../../my/FormViews.tsx";
import { type EntryList, EntryTable } from "./EntryTable.tsx";

export interface EditPageProps extends Filled {
  title: string;
  /** Whose it is. */
  name: string;
  back: { href: string; label: string };
  /** Address of this page without what it says. */
  address: string;
  /** That of what the form shows. */
  version: string;
  /** The id of a new entry: a form that is sent twice adds one. Null: the entry is there, or it is no entry. */
  newId: string | null;
  sections: { id: string; title: string; views: readonly View[] }[];
  /** Each is changed on pages of its own. */
  lists: EntryList[];
  problem: (Problem & { code: string }) | null;
}

/** A form of 収集情報: all fields of a part, or of one entry of a list. */
export function EditPage(props: EditPageProps) {
  const { title, name, back, address, sections, lists, problem, errors } = props;
  const wrong = errors.size > 0 || problem !== null;
  const views = sections.flatMap((section) => section.views);
  return (
    <div class="max-w-[48rem] mx-auto">
      <DocumentTitle title={`${wrong ? "エラー：" : ""}${title}｜${name}`} />
      <PageTitle title={title} back={back} lead={`${name}（文中の「あなた」は、この従業員を指します）`} />
      <div>
        <ErrorSummary errors={errors} views={views} problem={problem} />
        {problem?.code === MOVED && (
          <p class="mt-4">
            <a href={address}>今の内容で開き直す</a>
          </p>
        )}
        {lists.length > 0 && (
          <Card>
            {lists.map((list) => <EntryTable key={list.id} address={address} list={list} />)}
          </Card>
        )}
        {sections.length > 0 && <Form {...props} />}
      </div>
    </div>
  );
}

const MOVED = "collected_moved";

function Form({ version, newId, sections, back, texts, errors }: EditPageProps) {
  return (
    <Card>
      <form method="post" encType="multipart/form-data" noValidate>
        <input type="hidden" name="version" value={version} />
        {newId !== null && <input type="hidden" name="item_id" value={newId} />}
        <div class="grid gap-10">
          {sections.map(({ id, title, views }) => (
            <section key={id}>
              {sections.length > 1 && <h2 class="text-xl mb-4">{title}</h2>}
              <FormViews
                views={views}
                texts={texts}
                errors={errors}
                hints={null}
                level={sections.length > 1 ? 3 : 2}
              />
            </section>
          ))}
        </div>
        <div class="flex flex-wrap justify-end gap-2 mt-8">
          <LinkButton href={back.href}>キャンセル</LinkButton>
          <Button type="submit" look="main">保存</Button>
        </div>
      </form>
    </Card>
  );
}
