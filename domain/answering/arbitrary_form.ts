import fc from "fast-check";
import { textMap, type Texts } from "./fields/fields.ts";
import type { ControlView, View } from "./fields/view.ts";

/** Forms as somebody may fill them in: every control that a page could show has something in it. For tests. */
export function arbitraryTexts(views: readonly View[]): fc.Arbitrary<Texts> {
  return fc.tuple(...controlsIn(views).map(textsFor)).map((parts) => textMap(parts.flat()));
}

/** Every control of a form, those of closed branches included. */
export function controlsIn(views: readonly View[]): ControlView[] {
  return views.flatMap((view): ControlView[] => {
    switch (view.view) {
      case "control":
        return [view];
      case "note":
        return [];
      case "branch":
        return [view.ask, ...view.ways.flatMap((way) => controlsIn(way.views))];
      default:
        return controlsIn(view.views);
    }
  });
}

function textsFor({ name, label, control, required }: ControlView): fc.Arbitrary<[string, string][]> {
  const one = (text: fc.Arbitrary<string>) => {
    const filled = required ? text : fc.oneof({ weight: 3, arbitrary: text }, fc.constant(""));
    return filled.map((value): [string, string][] => [[name, value]]);
  };
  switch (control.kind) {
    case "text":
      return one(textFor(label, control.max));
    case "date":
      return one(days);
    case "number":
      return one(control.unit === "円" ? amounts : control.unit === "%" ? shares : areas);
    case "radio":
    case "select": {
      const values = control.options.map(({ value }) => value).filter((value) => value !== "");
      return one(fc.constantFrom(...values));
    }
    case "ticks":
      return fc.subarray([...control.options]).map((chosen) =>
        chosen.map(({ value }): [string, string] => [name, value])
      );
  }
}

const days = fc.date({
  min: new Date("1930-01-01"),
  max: new Date("2027-12-31"),
  noInvalidDate: true,
}).map((date) => date.toISOString().slice(0, 10));
const amounts = fc.oneof(fc.nat(20_000_000), fc.constantFrom(0, 9_999_999_999)).map((amount) =>
  amount % 2 === 0 ? String(amount) : amount.toLocaleString("ja-JP")
);
const shares = fc.nat(1_000_000).map((share) => String(share / 10_000));
const areas = fc.nat(9_999_999).map((area) => String(area / 100));
const lines = fc.string({
  minLength: 1,
  maxLength: 12,
  unit: fc.constantFrom(..."山田花子ｱ髙Ａb1-　（株）" + "𠮷"),
})
  .filter((line) => line.trim() !== "");
const katakana = fc.string({
  minLength: 1,
  maxLength: 8,
  unit: fc.constantFrom(..."アイウヤマダハナコーぁ"),
});

function textFor(label: string, max: number): fc.Arbitrary<string> {
  if (label === "郵便番号") return fc.nat(9_999_999).map((n) => String(n).padStart(7, "0"));
  if (/^[姓名]（ヨミガナ）$/.test(label)) return katakana;
  return lines.map((line) => line.slice(0, max));
}
