import type { Area } from "../formats/pdf/sheet.ts";

/** Cuts an area into columns whose widths are in these proportions. */
export function columns(area: Area, ...shares: number[]): Area[] {
  const unit = area.w / shares.reduce((sum, share) => sum + share, 0);
  let x = area.x;
  return shares.map((share) => {
    const cut = { ...area, x, w: share * unit };
    x += cut.w;
    return cut;
  });
}

/** Cuts an area into rows whose heights are in these proportions. */
export function rows(area: Area, ...shares: number[]): Area[] {
  const unit = area.h / shares.reduce((sum, share) => sum + share, 0);
  let y = area.y;
  return shares.map((share) => {
    const cut = { ...area, y, h: share * unit };
    y += cut.h;
    return cut;
  });
}

/** `columns` by their names. */
export function namedColumns<Name extends string>(
  area: Area,
  shares: Readonly<Record<Name, number>>,
): Record<Name, Area> {
  return named(shares, columns(area, ...Object.values<number>(shares)));
}

/** `rows` by their names. */
export function namedRows<Name extends string>(
  area: Area,
  shares: Readonly<Record<Name, number>>,
): Record<Name, Area> {
  return named(shares, rows(area, ...Object.values<number>(shares)));
}

function named<Name extends string>(
  shares: Readonly<Record<Name, number>>,
  cuts: Area[],
): Record<Name, Area> {
  return Object.fromEntries(Object.keys(shares).map((name, i) => [name, cuts[i]])) as Record<Name, Area>;
}

/** The area from the upper left corner of one to the lower right corner of another. */
export function spanning(from: Area, to: Area): Area {
  return { x: from.x, y: from.y, w: to.x + to.w - from.x, h: to.y + to.h - from.y };
}

/** `n` equal shares. */
export function equal(n: number): number[] {
  return Array.from({ length: n }, () => 1);
}

/** An area that is smaller by so much on every side. */
export function inside(area: Area, by: number): Area {
  return { x: area.x + by, y: area.y + by, w: area.w - 2 * by, h: area.h - 2 * by };
}
