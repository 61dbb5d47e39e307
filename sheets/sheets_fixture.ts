import type { Box, Form, Part, Row } from "../domain/forms/mod.ts";
import { NO_NUMBERS, sheetsOf } from "./mod.ts";

/**
 * For tests: a form with something in every box, and with more rows in every part than a page has room for. Boxes have
 * their ids for labels, and parts and rows no titles, so that what is printed can be told.
 */
export function crowded(form: Form): Form {
  return { ...form, parts: form.parts.map(crowdedPart) };
}

function crowdedPart({ rows: [first], ...part }: Part): Part {
  const rows = Array.from(
    { length: first ? part.paperRows + 1 : 0 },
    (_, i) => repeated(first!, part.id, i + 1),
  );
  return { ...part, title: "", boxes: part.boxes.map(filled), rows };
}

function repeated(row: Row, part: string, place: number): Row {
  const id = `${part}.${place}`;
  return {
    ...row,
    id,
    title: "",
    boxes: row.boxes.map((box) => filled({ ...box, id: box.id.replace(row.id, id) })),
  };
}

function filled(box: Box): Box {
  const value = { mark: "該当", number: "123456789012" }[box.kind!] ?? "1";
  return { ...box, label: box.id, value };
}

/** For tests: the pages, from 0, on which a box of a crowded form is filled in, by its id. */
export function placesOf(form: Form): Record<string, number[]> {
  const places: Record<string, number[]> = {};
  for (const [n, { texts }] of sheetsOf(form, NO_NUMBERS).entries()) {
    for (const { field, text } of texts) {
      // One of the twelve digits of a 個人番号.
      if (field === undefined || field.endsWith(".number") && text !== "3") continue;
      (places[field] ??= []).push(n);
    }
  }
  return places;
}

/** For tests: where they have to be. The head is on every page; rows go on where they have no room. */
export function placesDue({ parts }: Form): Record<string, number[]> {
  const pages = Math.max(...parts.map(({ rows }) => rows.length === 0 ? 1 : 2));
  const everywhere = Array.from({ length: pages }, (_, n) => n);
  return Object.fromEntries(parts.flatMap(({ id, boxes, rows, paperRows }) => [
    ...boxes.map((box) => [box.id, id === "head" ? everywhere : [0]]),
    ...rows.flatMap((row, i) => row.boxes.map((box) => [box.id, [Math.floor(i / paperRows)]])),
  ]));
}
