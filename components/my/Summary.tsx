import { controlText } from "../../domain/answering/answers.ts";
import { oneOf, type Texts } from "../../domain/answering/fields/fields.ts";
import type { View } from "../../domain/answering/fields/view.ts";
import type { Row } from "../../domain/answering/item_list.ts";
import type { PageState } from "../../domain/answering/progress.ts";
import { LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { Label } from "../StatusLabel.tsx";
import { answerAddress } from "./addresses.ts";

/** A page of the questionnaire with what was answered. */
export interface PageSummary {
  id: string;
  title: string;
  state: PageState;
  /** It may be changed now. */
  open: boolean;
  views: readonly View[];
  texts: Texts;
  lists: { label: string; rows: Row[] }[];
}

/** What was answered on every page. */
export function Summary({ pages }: { pages: readonly PageSummary[] }) {
  return (
    <>
      {pages.map((page) => (
        <Card key={page.id}>
          <div class="flex flex-wrap items-center justify-between gap-2 mb-2">
            <h2 class="flex flex-wrap items-center gap-x-2 text-lg">
              {page.title}
              {page.open && page.state !== "done" && <Label tone="warning">入力が必要</Label>}
            </h2>
            {page.open && (
              <LinkButton href={answerAddress(page.id)} aria-label={`${page.title}を変更`}>変更</LinkButton>
            )}
          </div>
          <Said views={page.views} texts={page.texts} />
          {page.lists.map(({ label, rows }) => <ListSummary key={label} label={label} rows={rows} />)}
        </Card>
      ))}
    </>
  );
}

/** The entries of a list, each with all that is said of it. */
export function ListSummary({ label, rows }: { label: string; rows: readonly Row[] }) {
  return (
    <section class="mt-4">
      <h3 class="font-bold">{label}</h3>
      {rows.length === 0 && <p class="text-ink-soft">なし</p>}
      {rows.map(({ id, title, detail, views, texts }) => (
        <details key={id} class="mt-2">
          <summary class="min-h-[2.25rem] [overflow-wrap:anywhere]">
            <span class="font-bold">{title}</span> <span class="text-ink-soft">{detail}</span>
            <span class="text-main underline ml-2">すべて表示</span>
          </summary>
          <Said views={views} texts={texts} />
        </details>
      ))}
    </section>
  );
}

interface SaidProps {
  views: readonly View[];
  texts: Texts;
  /** Stands where nothing was said. */
  nothing?: string;
}

/** What was said, control by control. */
export function Said({ views, texts, nothing }: SaidProps) {
  const lines = linesOf(views, texts, "");
  if (lines.length === 0) return nothing === undefined ? null : <p class="text-ink-soft">{nothing}</p>;
  return (
    <dl>
      {lines.map(({ label, text }, i) => (
        <div
          key={i}
          class="grid items-baseline gap-x-4 py-2 border-b border-dotted last:border-b-0 wide:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
        >
          <dt class="text-sm text-ink-soft">{label}</dt>
          <dd class="[overflow-wrap:anywhere]">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Line {
  label: string;
  text: string;
}

/** What was said, one line a control; what nobody asked and what was left empty are left out. */
function linesOf(views: readonly View[], texts: Texts, under: string): Line[] {
  return views.flatMap((view): Line[] => {
    switch (view.view) {
      case "note":
        return [];
      case "control": {
        const text = controlText(view, texts);
        return text === "" ? [] : [{ label: under + (view.label === "" ? "確認" : view.label), text }];
      }
      case "branch": {
        const answer = oneOf(texts, view.ask.name);
        const way = view.ways.find(({ opens }) => opens.includes(answer));
        return [...linesOf([view.ask], texts, under), ...linesOf(way?.views ?? [], texts, under)];
      }
      case "block":
        return linesOf(view.views, texts, `${view.legend}　`);
      case "question":
        return linesOf(view.views, texts, under);
    }
  });
}
