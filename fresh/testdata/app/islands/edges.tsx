import { type Signal, useSignal } from "@preact/signals";
import { asset, IS_BROWSER } from "fresh/runtime";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** Nothing at first, a text and two elements later. */
export function Appearing({ shown }: { shown: Signal<boolean> }) {
  return shown.value
    ? (
      <>
        text<i>a</i>
        <i>b</i>
      </>
    )
    : null;
}

export function Toggle({ shown, children }: { shown: Signal<boolean>; children: ComponentChildren }) {
  return <button type="button" class="toggle" onClick={() => shown.value = !shown.value}>{children}</button>;
}

interface Tab {
  name: string;
  content: ComponentChildren;
}

/** JSX deep in its props, and a list of JSX. */
export function Tabs({ tabs, icons, at }: { tabs: Tab[]; icons: ComponentChildren[]; at: Signal<number> }) {
  return (
    <div class="tabs">
      {tabs.map((tab, index) => (
        <button key={tab.name} type="button" onClick={() => at.value = index}>
          {icons[index]}
          {tab.name}
        </button>
      ))}
      <article>{tabs[at.value]!.content}</article>
    </div>
  );
}

/** Rows of a table, whose parser allows nothing else between them. */
export function Rows({ names, children }: { names: string[]; children: ComponentChildren }) {
  return (
    <>
      {children}
      {names.map((name) => (
        <tr key={name}>
          <td>{name}</td>
        </tr>
      ))}
    </>
  );
}

export function Where() {
  return <p class="where">{`${IS_BROWSER} ${asset("/app.css")}`}</p>;
}

/** A form field that its component controls. */
export function Field({ text }: { text: Signal<string> }) {
  return <input class="field" value={text} onInput={(event) => text.value = event.currentTarget.value} />;
}

/** Names itself, and a part that comes later, by the same id. */
export function Labelled({ children }: { children?: ComponentChildren }) {
  const id = useId();
  const open = useSignal(false);
  return (
    <div class="labelled">
      <button type="button" id={id} onClick={() => open.value = true}>open</button>
      {children}
      {open.value && <p aria-labelledby={id}>labelled</p>}
    </div>
  );
}
