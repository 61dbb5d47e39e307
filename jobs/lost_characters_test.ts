import assert from "node:assert/strict";
import { lostRows } from "./lost_characters.ts";

const CODE = "000001";

Deno.test("who lost nothing has no row", () => {
  assert.deepEqual(lostRows(CODE, []), []);
  assert.deepEqual(lostRows(CODE, [{ document: "台紙", lost: [] }]), []);
});

Deno.test("a row names each place once, by its document", () => {
  const name = { field: "氏名", characters: ["𠮷", "😀"] };
  const documents = [
    { document: "台紙", lost: [name, { field: "部署", characters: ["😀"] }, name] },
    { document: "申告書", lost: [name] },
  ];
  assert.deepEqual(lostRows(CODE, documents), [{
    key: CODE,
    code: "not_in_font",
    params: { places: "台紙の氏名「𠮷😀」、台紙の部署「😀」、申告書の氏名「𠮷😀」" },
  }]);
});

Deno.test("of very many places ten are named, the others counted", () => {
  const lost = Array.from({ length: 12 }, (_, n) => ({ field: `${n + 1}件目`, characters: ["😀"] }));
  const [row] = lostRows(CODE, [{ document: "台紙", lost }]);
  const places = String(row!.params.places);
  assert.equal(places.split("、").length, 11);
  assert.ok(places.endsWith("台紙の10件目「😀」、ほか2欄"));
});
