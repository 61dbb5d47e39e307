import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { findProgram } from "../../tests/support/programs.ts";
import { type PdfInfo, type Section, writePdf } from "./document.ts";
import type { Sheet, SheetText } from "./sheet.ts";

const INFO: PdfInfo = {
  title: "扶養控除等（異動）申告書",
  author: "株式会社八景",
  subject: "000001 山田 花子",
  createdAt: Date.parse("2026-11-01T03:04:05Z"),
};

const textOf = (text: string, more: Partial<SheetText> = {}): SheetText => ({
  area: { x: 50, y: 50, w: 200, h: 20 },
  text,
  size: 9,
  ...more,
});
const sheetOf = (...texts: SheetText[]): Sheet => ({
  landscape: true,
  shapes: [
    { kind: "rectangle", area: { x: 40, y: 40, w: 220, h: 40 }, line: 0.5, fill: 0.9 },
    { kind: "line", from: { x: 40, y: 90 }, to: { x: 260, y: 90 }, line: 0.5, dashed: true },
    { kind: "ellipse", area: { x: 40, y: 100, w: 20, h: 10 }, line: 0.5 },
  ],
  texts,
});
const ONE: Section = { bookmark: "一人目", sheets: [sheetOf(textOf("山田 花子", { field: "氏名" }))] };
const TWO: Section = {
  bookmark: "二人目",
  sheets: [sheetOf(textOf("一枚目")), { ...sheetOf(textOf("二枚目")), landscape: false }],
};

async function bytesOf(sections: Iterable<Section>, info = INFO) {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const lost = await writePdf(sections, info, (piece) => void pieces.push(piece as Uint8Array<ArrayBuffer>));
  return { bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()), lost };
}

/** What one of poppler's programs says of a PDF, from stdin or, where it must be, from a file; null: not installed. */
async function poppler(name: string, bytes: Uint8Array<ArrayBuffer>, ...args: string[]) {
  const program = await findProgram(name);
  if (!program) return null;
  const file = await Deno.makeTempFile({ suffix: ".pdf" });
  try {
    await Deno.writeFile(file, bytes);
    const at = args.indexOf("PDF");
    const { code, stdout, stderr } = await new Deno.Command(program, {
      args: at === -1 ? [...args, file] : args.toSpliced(at, 1, file),
      env: { TZ: "UTC" },
    }).output();
    assert.equal(code, 0, new TextDecoder().decode(stderr));
    return new TextDecoder().decode(stdout);
  } finally {
    await Deno.remove(file);
  }
}

Deno.test("the same sheets make the same bytes, another time others", async () => {
  const [one, two, later] = await Promise.all([
    bytesOf([ONE, TWO]),
    bytesOf([ONE, TWO]),
    bytesOf([ONE, TWO], { ...INFO, createdAt: INFO.createdAt + 1_000 }),
  ]);
  assert.deepEqual(one.bytes, two.bytes);
  assert.notDeepEqual(one.bytes, later.bytes);
  assert.equal(new TextDecoder().decode(one.bytes.slice(0, 8)), "%PDF-1.7");
});

Deno.test("文書情報: title, whose it is and from whom, and when", async () => {
  const said = await poppler("pdfinfo", (await bytesOf([ONE, TWO])).bytes, "-isodates");
  if (said === null) return;
  const info = Object.fromEntries(said.trim().split("\n").map((line) => line.split(/:\s+/, 2)));
  assert.equal(info["Title"], INFO.title);
  assert.equal(info["Author"], INFO.author);
  assert.equal(info["Subject"], INFO.subject);
  assert.equal(info["CreationDate"], "2026-11-01T03:04:05Z");
  assert.equal(info["ModDate"], "2026-11-01T03:04:05Z");
  assert.equal(info["Pages"], "3");
  assert.match(info["Page size"]!, /^841\.89 x 595\.28 pts \(A4\)/);
});

Deno.test("a bookmark for each section that has one, at its first page", async () => {
  const nameless: Section = { bookmark: "", sheets: ONE.sheets };
  const { bytes } = await bytesOf([ONE, nameless, TWO]);
  const said = await poppler("pdftohtml", bytes, "-xml", "-i", "-stdout", "PDF");
  if (said === null) return;
  assert.deepEqual(
    [...said.matchAll(/<item page="(\d+)">(.*?)<\/item>/g)].map(([, page, title]) => [page, title]),
    [["1", "一人目"], ["3", "二人目"]],
  );
});

Deno.test("texts can be searched, and their font is embedded", async () => {
  const { bytes } = await bytesOf([ONE, TWO]);
  const text = await poppler("pdftotext", bytes, "-layout", "PDF", "-");
  if (text === null) return;
  assert.match(text, /山田 花子/);
  assert.match(text, /二枚目/);
  const fonts = await poppler("pdffonts", bytes);
  // name, type, encoding, emb, sub, uni.
  assert.match(fonts!, /BIZUDPGothic\S* +CID TrueType +Identity-H +yes yes yes/);
});

Deno.test("a text without room: 別紙 in its place, and all of it on a page behind its section", async () => {
  const long = "寿限無".repeat(60);
  const crowded: Section = {
    bookmark: "長い",
    sheets: [sheetOf(textOf(long, { area: { x: 50, y: 50, w: 40, h: 10 }, field: "住所" }))],
  };
  const { bytes } = await bytesOf([crowded, ONE]);
  const pages = (await poppler("pdftotext", bytes, "-raw", "PDF", "-"))?.split("\f");
  if (!pages) return;
  assert.equal(pages[0]!.trim(), "別紙");
  const [title, whose, place, ...lines] = pages[1]!.trim().split("\n");
  assert.deepEqual([title, whose, place], [
    "別紙（欄に書ききれない内容）",
    "長い 000001 山田 花子",
    "■ 住所",
  ]);
  assert.equal(lines.join(""), long);
  assert.equal(pages[2]!.trim(), "山田 花子");
});

Deno.test("characters that the font lacks are told section by section", async () => {
  const strange: Section = { bookmark: "", sheets: [sheetOf(textOf("山𓀀", { field: "氏名" }))] };
  const { lost } = await bytesOf([ONE, strange]);
  assert.deepEqual(lost, [[], [{ field: "氏名", characters: ["𓀀"] }]]);
});

Deno.test("pieces are written one after another while pages are drawn, never two at once", async () => {
  let writing = 0;
  let pieces = 0;
  let before = 0;
  async function* many() {
    for (let n = 0; n < 30; n++) {
      if (n === 20) before = pieces;
      // As where people are read from a disk.
      await setImmediate();
      yield { bookmark: `${n}`, sheets: [sheetOf(textOf(`山田 ${n}`))] };
    }
  }
  await writePdf(many(), INFO, async () => {
    assert.equal(++writing, 1);
    await Promise.resolve();
    writing--;
    pieces++;
  });
  assert(before > 0 && pieces > before);
});

Deno.test("what fails to be written fails the document", async () => {
  await assert.rejects(
    writePdf([ONE], INFO, () => {
      throw new Error("full");
    }),
    /full/,
  );
});
