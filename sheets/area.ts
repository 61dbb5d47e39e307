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

/** `n` equal shares. */
export function equal(n: number): number[] {
  return Array.from({ length: n }, () => 1);
}

/** An area that is smaller by so much on every side. */
export function inside(area: Area, by: number): Area {
  return { x: area.x + by, y: area.y + by, w: area.w - 2 * by, h: area.h - 2 * by };
}
