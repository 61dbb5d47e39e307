import assert from "node:assert/strict";
import { shapeOperators } from "./shapes.ts";
import type { Shape } from "./sheet.ts";

const area = { x: 10, y: 20, w: 30, h: 40 };

Deno.test("each kind of shape by its operators, in order", () => {
  const shapes: Shape[] = [
    { kind: "line", from: { x: 1, y: 2 }, to: { x: 3.00049, y: 4 }, line: 0.35 },
    { kind: "rectangle", area, line: 0.9 },
    { kind: "rectangle", area, fill: 0.93 },
    { kind: "rectangle", area, fill: 0, line: 1, dashed: true },
    { kind: "rectangle", area },
  ];
  assert.deepEqual(shapeOperators(shapes).split("\n"), [
    "0.35 w 1 2 m 3 4 l S",
    "0.9 w 10 20 30 40 re S",
    "0.93 g 10 20 30 40 re f",
    "0 g 10 20 30 40 re f [1.5 1.5] 0 d 1 w 10 20 30 40 re S [] 0 d",
    "",
  ]);
});

Deno.test("an ellipse touches the middle of each side and comes back to where it began", () => {
  const [operators] = shapeOperators([{ kind: "ellipse", area, line: 1 }]).split("\n");
  const [, path] = /^1 w (.+) S$/.exec(operators!)!;
  const curves = path!.split(/ [mc] ?/).filter((part) => part !== "").map((part) =>
    part.split(" ").map(Number)
  );
  const ends = curves.map((numbers) => numbers.slice(-2));
  assert.deepEqual(ends, [[40, 40], [25, 60], [10, 40], [25, 20], [40, 40]]);
  // Its handles lie on the sides.
  for (const [n, [x1, y1, x2, y2]] of curves.slice(1).entries()) {
    const sides = n % 2 === 0 ? [x1, y2] : [y1, x2];
    for (const side of sides) assert.ok([10, 20, 40, 60].includes(side!), `${n}: ${side}`);
  }
});
