import { signal } from "@preact/signals";
import { Appearing, Field, Labelled, Rows, Tabs, Toggle, Where } from "../islands/edges.tsx";

export default function Page() {
  const shown = signal(false);
  const tabs = [{ name: "A", content: <p>first</p> }, { name: "B", content: <p>second &lt;</p> }];
  return (
    <main>
      <div id="appearing">
        before<Appearing shown={shown} />after
      </div>
      <Toggle shown={shown}>{["a & b ", 1]}</Toggle>
      <Tabs tabs={tabs} icons={[<b key="a">*</b>, <b key="b">+</b>]} at={signal(0)} />
      <table>
        <tbody>
          <Rows names={["x", "y"]}>
            <tr hidden>
              <td colSpan={2}>slot</td>
            </tr>
          </Rows>
        </tbody>
      </table>
      <Where />
      <Labelled>
        <Labelled />
      </Labelled>
      <Labelled />
      <Field text={signal("server")} />
    </main>
  );
}
