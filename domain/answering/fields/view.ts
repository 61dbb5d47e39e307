/** An entry of a choice. */
export interface Choice {
  value: string;
  label: string;
}

/** How somebody gives an answer. Amounts and measures are typed as text, so that digits of any width do. */
export type Control =
  | { kind: "text"; max: number }
  | { kind: "date" }
  | { kind: "number"; unit: string }
  | { kind: "radio"; options: readonly Choice[] }
  | { kind: "select"; options: readonly Choice[] }
  | { kind: "ticks"; options: readonly Choice[] };

/** One answer: a control with its label. */
export interface ControlView {
  view: "control";
  name: string;
  label: string;
  control: Control;
  required: boolean;
  note?: string;
}

/** A 設問: its title, its hint, and what belongs to it. */
export interface QuestionView {
  view: "question";
  number: number;
  views: readonly View[];
}

/** What belongs together under a heading that is no 設問. */
export interface BlockView {
  view: "block";
  legend: string;
  views: readonly View[];
}

/** What is asked besides where one of `opens` is chosen. */
export interface Way {
  opens: readonly string[];
  views: readonly View[];
}

/** A choice, and where each answer leads. */
export interface BranchView {
  view: "branch";
  ask: ControlView;
  ways: readonly Way[];
}

/** Sentences between the controls. */
export interface NoteView {
  view: "note";
  lines: readonly string[];
}

/** What a page of the questionnaire shows, without the answers. */
export type View = ControlView | QuestionView | BlockView | BranchView | NoteView;

/** The same views with names that begin with `prefix`. */
export function prefixed(views: readonly View[], prefix: string): View[] {
  return views.map((view) => {
    switch (view.view) {
      case "control":
        return { ...view, name: prefix + view.name };
      case "branch":
        return {
          ...view,
          ask: { ...view.ask, name: prefix + view.ask.name },
          ways: view.ways.map((way) => ({ ...way, views: prefixed(way.views, prefix) })),
        };
      case "note":
        return view;
      default:
        return { ...view, views: prefixed(view.views, prefix) };
    }
  });
}
