/** A rectangle on a page in points (1/72 inch), from the upper left corner. */
export interface Area {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** One A4 page as it is to be drawn: shapes first, texts over them. */
export interface Sheet {
  landscape: boolean;
  shapes: Shape[];
  texts: SheetText[];
}

/** A line, the outline of something, or a filled rectangle. `line`: width in points; `fill`: grey, 0 black to 1 white. */
export type Shape =
  | { kind: "line"; from: Point; to: Point; line: number; dashed?: boolean }
  | { kind: "rectangle"; area: Area; line?: number; fill?: number; dashed?: boolean }
  | { kind: "ellipse"; area: Area; line: number; dashed?: boolean };

export interface Point {
  x: number;
  y: number;
}

/** A text in its place. It shrinks, is condensed and breaks into lines until it fits. */
export interface SheetText {
  area: Area;
  text: string;
  /** Points; what does not fit shrinks down to `least`, 4 unless given. */
  size: number;
  least?: number;
  /** Of the lines; left unless given. */
  align?: "left" | "center" | "right";
  /** Of the block; middle unless given. */
  valign?: "top" | "middle" | "bottom";
  /** The most lines; 1 unless given. Line breaks of the text are kept besides. */
  lines?: number;
  /** Letters one below the other. */
  vertical?: boolean;
  /** What is filled in, in contrast to what is printed on the form: its name, for who reads the rest elsewhere. */
  field?: string;
}

/** A4 in points: short and long side. */
export const A4 = { short: 595.28, long: 841.89 } as const;

/** Width and height of a page. */
export function sizeOf({ landscape }: Pick<Sheet, "landscape">): { w: number; h: number } {
  return landscape ? { w: A4.long, h: A4.short } : { w: A4.short, h: A4.long };
}
