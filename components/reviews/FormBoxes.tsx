import type { Box, Part } from "../../domain/forms/mod.ts";
import { Card } from "../Card.tsx";
import { cls } from "../cls.ts";

/** The boxes of a form by its parts, each with its label and value; what is blank on the form says so. */
export function FormBoxes({ parts }: { parts: readonly Part[] }) {
  return (
    <>
      {parts.map((part) => (
        <Card key={part.id} title={part.title} flush>
          {isBlank(part) ? <p class="p-4 text-ink-soft">記入はありません。</p> : <Filled part={part} />}
        </Card>
      ))}
    </>
  );
}

function isBlank({ rows, boxes }: Part): boolean {
  return rows.length === 0 && boxes.every(({ value }) => value === "");
}

function Filled({ part }: { part: Part }) {
  return (
    <>
      {part.rows.map((row) => (
        <section key={row.id} class="border-b last:border-b-0">
          <h3 class="px-4 pt-4 pb-2 font-bold [overflow-wrap:anywhere]">{row.title}</h3>
          <Boxes caption={`${part.title} ${row.title}`} boxes={row.boxes} />
        </section>
      ))}
      {part.boxes.length > 0 && <Boxes caption={part.title} boxes={part.boxes} />}
    </>
  );
}

const LINE = cls("block wide:table-row border-t first:border-t-0");
const LABEL = cls(
  "block wide:table-cell px-4 pt-2 wide:py-2 wide:w-[45%] text-left align-baseline text-sm font-bold text-ink-soft",
);
const VALUE = cls(
  "block wide:table-cell px-4 pb-2 wide:py-2 align-baseline whitespace-pre-line [overflow-wrap:anywhere]",
);

/** Roles are written out, because `display: block` takes the table semantics away in some browsers. */
function Boxes({ caption, boxes }: { caption: string; boxes: readonly Box[] }) {
  return (
    <table role="table" class="block w-full wide:table">
      <caption class="sr-only">{caption}</caption>
      <thead role="rowgroup" class="sr-only">
        <tr role="row">
          <th role="columnheader" scope="col">欄</th>
          <th role="columnheader" scope="col">記入</th>
        </tr>
      </thead>
      <tbody role="rowgroup" class="block wide:table-row-group">
        {boxes.map((box) => (
          <tr key={box.id} role="row" class={LINE}>
            <th role="rowheader" scope="row" class={LABEL}>{box.label}</th>
            <td role="cell" class={VALUE}>
              <Value {...box} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ value, unit, kind }: Box) {
  if (value === "") return <span class="text-ink-soft">-</span>;
  if (kind === "number") {
    return (
      <>
        <span aria-hidden="true">{value}</span>
        <span class="sr-only">表示しません</span>
      </>
    );
  }
  return <span class={cls(unit === "円" && "tabular-nums")}>{value}{unit}</span>;
}
