import { questionOf } from "../../domain/questionnaire.ts";
import type { BranchView, View } from "../../domain/answering/fields/view.ts";
import { Choices } from "./Choices.tsx";
import { ControlField, type Filled } from "./ControlField.tsx";
import { Hint, type Hints } from "./Hint.tsx";

interface Props extends Filled {
  views: readonly View[];
  hints: Hints | null;
  /** Level of the headings of 設問; those inside of them are one lower. */
  level?: 2 | 3 | 4;
}

/** The controls of a page, with the 設問 that they belong to. */
export function FormViews({ views, ...rest }: Props) {
  return (
    <div class="grid gap-6">
      {views.map((view, i) => <OneView key={i} view={view} {...rest} />)}
    </div>
  );
}

function OneView({ view, ...rest }: Omit<Props, "views"> & { view: View }) {
  switch (view.view) {
    case "control":
      return <ControlField view={view} {...rest} />;
    case "note":
      return <Lines lines={view.lines} />;
    case "branch":
      return <Branch view={view} {...rest} />;
    case "block":
      return (
        <fieldset class="border border-line rounded-control p-4">
          <legend class="font-bold px-1">{view.legend}</legend>
          <FormViews views={view.views} {...rest} />
        </fieldset>
      );
    case "question":
      return <QuestionPart number={view.number} views={view.views} {...rest} />;
  }
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 1) return <p>{lines[0]}</p>;
  return (
    <ul class="grid gap-1 list-disc pl-6">
      {lines.map((line) => <li key={line}>{line}</li>)}
    </ul>
  );
}

/** A 設問: number, title and hint above its controls. */
function QuestionPart({ number, views, level = 2, ...rest }: Props & { number: number }) {
  const Heading = `h${level}` as const;
  const title = questionOf(number)?.title ?? "";
  return (
    <section>
      <Heading class="text-lg mb-1">
        <span class="text-sm text-ink-soft mr-2">設問{number}</span>
        {title}
      </Heading>
      <Hint question={number} hints={rest.hints} />
      <div class="mt-4">
        <FormViews views={views} level={level === 2 ? 3 : 4} {...rest} />
      </div>
    </section>
  );
}

/** A choice with what it opens; static/styles.css shows the way that is chosen. */
function Branch({ view: { ask, ways }, ...rest }: Omit<Props, "views"> & { view: BranchView }) {
  const wayOf = (value: string) => ways.findIndex(({ opens }) => opens.includes(value)) + 1;
  return (
    <div class="branch">
      <div class="branch-ask">
        <Choices view={ask} wayOf={wayOf} texts={rest.texts} errors={rest.errors} />
      </div>
      {ways.map(({ views }, i) =>
        views.length > 0 && (
          <div key={i} data-way={i + 1} class="branch-way mt-4 pl-4 border-l-4 border-main-soft">
            <FormViews views={views} {...rest} />
          </div>
        )
      )}
    </div>
  );
}
