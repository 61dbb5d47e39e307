import assert from "node:assert/strict";
import fc from "fast-check";
import { Refusal } from "../domain/errors.ts";
import { readUploadForm, type UploadForm } from "./multipart.ts";

const LIMIT = 1000;
const BOUNDARY = "----nencho";
const encode = (text: string) => new TextEncoder().encode(text);

interface Part {
  name?: string;
  fileName?: string;
  value: string | Uint8Array;
}

/** A form as browsers write it, written by hand so that wrong ones can be written too. */
function body(parts: Part[], end = `--${BOUNDARY}--\r\n`): Uint8Array<ArrayBuffer> {
  const pieces = parts.flatMap(({ name, fileName, value }) => {
    const file = fileName === undefined ? "" : `; filename="${fileName}"\r\nContent-Type: text/csv`;
    const field = name === undefined ? "" : `; name="${name}"`;
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data${field}${file}\r\n\r\n`;
    return [encode(head), typeof value === "string" ? encode(value) : value, encode("\r\n")];
  });
  return new Uint8Array([...pieces, encode(end)].flatMap((piece) => [...piece]));
}

function request(stream: BodyInit, type = `multipart/form-data; boundary=${BOUNDARY}`): Request {
  return new Request("http://localhost/", {
    method: "POST",
    body: stream,
    headers: { "content-type": type },
  });
}

const open = (parts: Part[], end?: string) => readUploadForm(request(body(parts, end)), LIMIT);

async function whole({ fields, file }: UploadForm): Promise<{ fields: [string, string][]; file: unknown }> {
  return { fields, file: file && { ...file, body: await new Response(file.body).text() } };
}

function refused(attempt: Promise<unknown>, code: string, what?: string): Promise<void> {
  return assert.rejects(attempt, (error) => {
    assert.ok(error instanceof Refusal, String(error));
    assert.equal(error.code, code);
    if (what !== undefined) assert.equal(error.params.what, what);
    return true;
  });
}

const operation = { name: "operation", value: "add" };
const csv = { name: "file", fileName: "社員 50%.csv", value: "社員番号\r\n000001\r\n" };

Deno.test("fields come in order, repeated ones too, then the file with its name", async () => {
  const parts = [operation, { name: "ids", value: "1" }, { name: "ids", value: "２\r\n" }, {
    name: "a",
    value: "",
  }, csv];
  assert.deepEqual(await whole(await open(parts)), {
    fields: [["operation", "add"], ["ids", "1"], ["ids", "２\r\n"], ["a", ""]],
    file: { name: "社員 50%.csv", type: "text/csv", body: "社員番号\r\n000001\r\n" },
  });
});

Deno.test("what FormData writes is read", async () => {
  const form = new FormData();
  form.append("項目", "値 & 他");
  form.append("file", new File([new Uint8Array([0x8e, 0xd0, 0, 255])], 'C:\\a "x".csv'));
  const read = await readUploadForm(new Request("http://localhost/", { method: "POST", body: form }), LIMIT);
  assert.deepEqual(read.fields, [["項目", "値 & 他"]]);
  assert.match(read.file!.name, /^a .*x.*\.csv$/);
  assert.equal((await new Response(read.file!.body).bytes()).toHex(), "8ed000ff");
});

Deno.test("no file, an empty file input and a url-encoded form have no file", async () => {
  assert.deepEqual(await whole(await open([operation])), { fields: [["operation", "add"]], file: null });
  const empty = { name: "file", fileName: "", value: "" };
  assert.deepEqual(await whole(await open([operation, empty])), {
    fields: [["operation", "add"]],
    file: null,
  });
  assert.deepEqual(await whole(await open([])), { fields: [], file: null });
});

Deno.test("an empty file with a name is a file", async () => {
  const { file } = await open([{ ...csv, value: "" }]);
  assert.equal(await new Response(file!.body).text(), "");
});

Deno.test("a url-encoded form is read as URLSearchParams writes it", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 20 }).map((t) => t.toWellFormed());
  const pairs = fc.array(fc.tuple(text.filter((t) => t !== ""), text), { maxLength: 8 });
  await fc.assert(fc.asyncProperty(pairs, async (fields) => {
    const sent = request(new URLSearchParams(fields).toString(), "application/x-www-form-urlencoded");
    assert.deepEqual(await whole(await readUploadForm(sent, LIMIT)), { fields, file: null });
  }));
});

Deno.test("any bytes in any pieces come out as they went in", async () => {
  const value = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    // Beginnings of a boundary inside the file.
    fc.string({
      unit: fc.constantFrom("\r", "\n", "-", `\r\n--${BOUNDARY}`.slice(0, -1), "x"),
      maxLength: 20,
    }).map(encode),
  );
  await fc.assert(fc.asyncProperty(value, fc.integer({ min: 1, max: 60 }), async (bytes, size) => {
    const sent = body([operation, { ...csv, value: bytes }]);
    const pieces = Array.from(
      { length: Math.ceil(sent.length / size) },
      (_, i) => sent.slice(i * size, (i + 1) * size),
    );
    const { fields, file } = await readUploadForm(request(ReadableStream.from(pieces)), 10_000);
    assert.deepEqual(fields, [["operation", "add"]]);
    assert.deepEqual(await new Response(file!.body).bytes(), new Uint8Array(bytes));
  }));
});

Deno.test("the form is known before the file has come", async () => {
  const { readable, writable } = new TransformStream<Uint8Array>();
  const writer = writable.getWriter();
  const sent = body([operation, { ...csv, value: "abc" }]);
  const written = writer.write(sent.slice(0, -18));
  const { fields, file } = await readUploadForm(request(readable), LIMIT);
  assert.deepEqual(fields, [["operation", "add"]]);
  const text = new Response(file!.body).text();
  await written;
  await writer.write(sent.slice(-18));
  await writer.close();
  assert.equal(await text, "abc");
});

Deno.test("a field behind the file, two files and a file by another name are refused", async () => {
  const late = await open([csv, operation]);
  await refused(whole(late), "bad_request", "ファイルの後の項目");
  await refused(
    open([{ name: "file", fileName: "", value: "" }, operation]),
    "bad_request",
    "ファイルの後の項目",
  );
  await refused(whole(await open([csv, csv])), "bad_request", "ファイルの数");
  await refused(open([{ ...csv, name: "photo" }]), "bad_request", "ファイルの項目名");
  await refused(open([{ ...csv, fileName: "" }]), "bad_request", "ファイル名");
  await refused(open([{ value: "nameless" }]), "bad_request", "項目名");
});

Deno.test("too many fields and too much in them are refused", async () => {
  await refused(open(Array(1201).fill(operation)), "bad_request", "項目の数");
  assert.equal((await open(Array(1200).fill(operation))).fields.length, 1200);
  await refused(open([{ name: "a", value: "x".repeat(65_537) }]), "bad_request", "項目の大きさ");
  await refused(
    open(Array(17).fill({ name: "a", value: "x".repeat(65_000) })),
    "bad_request",
    "項目の大きさ",
  );
});

Deno.test("a body that is no form is refused", async () => {
  await refused(readUploadForm(request("{}", "application/json"), LIMIT), "bad_request", "フォームの形式");
  await refused(readUploadForm(request("", "multipart/form-data"), LIMIT), "bad_request", "フォームの形式");
  await refused(readUploadForm(new Request("http://localhost/", { method: "POST" }), LIMIT), "bad_request");
  await refused(readUploadForm(request("not a part"), LIMIT), "upload_broken");
  await refused(readUploadForm(request(""), LIMIT), "upload_broken");
});

Deno.test("a file is taken up to the limit and refused beyond it", async () => {
  const exact = await open([{ ...csv, value: "x".repeat(LIMIT) }]);
  assert.equal((await new Response(exact.file!.body).text()).length, LIMIT);
  const over = await open([{ ...csv, value: "x".repeat(LIMIT + 1) }]);
  await refused(whole(over), "too_large");
});

/** A form whose file never ends; `read` counts the pieces that were taken of it. */
function endless(): { req: Request; read: () => number; cancelled: () => boolean } {
  let read = 0;
  let cancelled = false;
  const head = body([{ ...csv, value: "" }], "").slice(0, -2);
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(read++ === 0 ? head : new Uint8Array(16_384)),
    cancel: () => void (cancelled = true),
  }, { highWaterMark: 0 });
  return { req: request(stream), read: () => read, cancelled: () => cancelled };
}

Deno.test("past the limit the rest is not read", async () => {
  const { req, read, cancelled } = endless();
  const { file } = await readUploadForm(req, 1024 * 1024);
  await refused(new Response(file!.body).arrayBuffer(), "too_large");
  assert.ok(cancelled());
  assert.ok(read() <= 70, `${read()} pieces`);
});

Deno.test("a length that says too much is refused before anything is read", async () => {
  const { req, read } = endless();
  const announced = new Request(req, {
    headers: { ...Object.fromEntries(req.headers), "content-length": "104857600" },
  });
  await refused(readUploadForm(announced, 1024 * 1024), "too_large");
  assert.equal(read(), 0);
});

Deno.test("no more is read than is taken, but for a small buffer", async () => {
  const { req, read, cancelled } = endless();
  const { file } = await readUploadForm(req, 1024 ** 3);
  const reader = file!.body.getReader();
  let taken = 0;
  while (taken < 20 * 1024 * 1024) {
    taken += (await reader.read()).value!.length;
    assert.ok(read() * 16_384 - taken < 512 * 1024, `${read() * 16_384 - taken} bytes are held`);
  }
  await reader.cancel();
  assert.ok(cancelled());
});

Deno.test("a body that ends early is refused wherever it ends", async () => {
  const sent = body([operation, csv]);
  for (let end = 0; end < sent.length - 4; end++) {
    const attempt = readUploadForm(request(sent.slice(0, end)), LIMIT).then(whole);
    await refused(attempt, "upload_broken");
  }
});

async function* breaking(bytes: Uint8Array) {
  yield await Promise.resolve(bytes);
  throw new Error("connection reset");
}

Deno.test("a connection that breaks is refused, before the file and in it", async () => {
  const sent = body([operation, csv]);
  for (const end of [20, sent.length - 60]) {
    const req = request(ReadableStream.from(breaking(sent.slice(0, end))));
    await refused(readUploadForm(req, LIMIT).then(whole), "upload_broken");
  }
});
