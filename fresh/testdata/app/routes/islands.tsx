import { signal } from "@preact/signals";
import { Head } from "fresh/runtime";
import { Counter } from "../islands/Counter.tsx";
import Panel from "../islands/Panel.tsx";

export default function Page() {
  const shared = signal(3);
  return (
    <main>
      <Head>
        <meta name="description" content="from the page" />
        <link rel="stylesheet" href="/app.css" />
      </Head>
      <Counter count={shared} label="one" />
      <Counter count={shared} label="two" />
      <Panel
        hidden={
          <p>
            hidden &amp; shown <Counter count={shared} label="late" />
          </p>
        }
      >
        <p class="slot">in a slot</p>
        <input name="typed" value="first" />
        <textarea name="area">first</textarea>
        <select name="choice">
          <option value="a">a</option>
          <option value="b" selected>b</option>
        </select>
        <input type="checkbox" name="ticked" />
        <Counter count={shared} label="nested" />
        <img src="/logo.svg" alt="" />
      </Panel>
    </main>
  );
}
