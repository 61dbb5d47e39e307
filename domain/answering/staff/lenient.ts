import { type Fields, oneOf, type Texts, textsOf } from "../fields/fields.ts";
import type { ControlView, View } from "../fields/view.ts";

/** Whether a field of this name has to be filled in. */
export type Requires = (name: string) => boolean;

/**
 * Fields as staff fill them in: what an employee has to answer they may leave open, but for what `requires` names; and
 * where nothing was touched, what is stored stays as it is, even where no form would take it. A 設問 that only tells
 * employees something is left out.
 */
export function lenient<T>(fields: Fields<T>, requires: Requires): Fields<T> {
  return {
    views: relaxed(fields.views, requires),
    texts: fields.texts,
    read(value, sent, wrong) {
      const lacking = [...named(fields.views)].find((name) => requires(name) && isEmpty(sent, name));
      if (lacking === undefined && isUntouched(fields.views, textsOf(fields, value), sent)) return value;
      return fields.read(value, sent, (name, message) => {
        if (requires(name) || !isEmpty(sent, name)) wrong(name, message);
      });
    },
  };
}

function isEmpty(sent: Texts, name: string): boolean {
  return oneOf(sent, name).trim() === "";
}

function isUntouched(views: readonly View[], shown: Texts, sent: Texts): boolean {
  const said = (texts: Texts, name: string) => (texts.get(name) ?? []).filter((text) => text !== "").sort();
  return [...named(views)].every((name) => said(shown, name).join("\n") === said(sent, name).join("\n"));
}

/** The names of all controls of a form, those of closed branches too. */
function named(views: readonly View[]): Set<string> {
  return new Set(controlsIn(views).map(({ name }) => name));
}

function controlsIn(views: readonly View[]): ControlView[] {
  return views.flatMap((view) => {
    switch (view.view) {
      case "control":
        return [view];
      case "note":
        return [];
      case "branch":
        return [view.ask, ...view.ways.flatMap((way) => controlsIn(way.views))];
      default:
        return controlsIn(view.views);
    }
  });
}

function isForReading(view: View): boolean {
  return view.view === "question" && controlsIn(view.views).length === 0;
}

function relaxed(views: readonly View[], requires: Requires): View[] {
  const control = (view: ControlView): ControlView => ({ ...view, required: requires(view.name) });
  return views.filter((view) => !isForReading(view)).map((view) => {
    switch (view.view) {
      case "control":
        return control(view);
      case "note":
        return view;
      case "branch":
        return {
          ...view,
          ask: control(view.ask),
          ways: view.ways.map((way) => ({ ...way, views: relaxed(way.views, requires) })),
        };
      default:
        return { ...view, views: relaxed(view.views, requires) };
    }
  });
}
