import { Busboy } from "@fastify/busboy";
import type { Readable, Writable } from "node:stream";
import { Refusal } from "../domain/errors.ts";

/** A file as it arrives. */
export interface UploadedFile {
  /** As the browser sent it, without a path. */
  name: string;
  /** The MIME type that the browser believes in. */
  type: string;
  /**
   * The bytes, read from the connection as they are taken. Errors with a Refusal: `too_large` past the limit,
   * `upload_broken` when the connection ends early, `bad_request` when something follows the file. It closes only
   * when the form was whole, so nothing may be kept before that.
   */
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** A form with its file, which is the last field. */
export interface UploadForm {
  fields: [string, string][];
  file: UploadedFile | null;
  /**
   * To be called when the answer is known: drops what was not read. A browser does not see an answer while a body of
   * which only a part was taken waits (measured with Chromium on Deno.serve).
   */
  discard(): void;
}

/** The 1,000 ticked ids that a form may carry, and its other fields. */
const MAX_FIELDS = 1_200;
const MAX_FIELD_BYTES = 64 * 1024;
const MAX_FIELDS_BYTES = 1024 * 1024;
const MAX_PART_HEADER_BYTES = 8 * 1024;
/** Boundaries and part headers, for the check of Content-Length. */
const MAX_FRAMING_BYTES = 1024 * 1024;

/** What the parser may hold of the file beside the piece that the connection gave. */
const FILE_BUFFER_BYTES = 64 * 1024;

/**
 * Reads a `multipart/form-data` body as a stream: resolves with the fields as soon as the field `file` begins, or at
 * the end when there is none; a url-encoded form has none. An empty file input (no name, no bytes) is none. Refuses
 * `bad_request`, `too_large` (before anything is read where Content-Length says so) and `upload_broken`.
 */
export async function readUploadForm(req: Request, maxFileBytes: number): Promise<UploadForm> {
  const tooLarge = new Refusal("too_large", { limit: megabytes(maxFileBytes) });
  if (Number(req.headers.get("content-length")) > maxFileBytes + MAX_FIELDS_BYTES + MAX_FRAMING_BYTES) {
    throw tooLarge;
  }
  const parser = openParser(req.headers.get("content-type") ?? "", maxFileBytes);
  const source = req.body?.getReader();
  const form = Promise.withResolvers<UploadForm>();
  const whole = Promise.withResolvers<void>();
  // Who refuses early, or has no file to read, never looks at it.
  whole.promise.catch(() => {});
  const fields: [string, string][] = [];
  let fieldsBytes = 0;
  let file: Readable | null = null;
  let failed = false;

  function fail(refusal: Refusal): void {
    if (failed) return;
    failed = true;
    form.reject(refusal);
    whole.reject(refusal);
    file?.destroy(refusal);
    source?.cancel(refusal).catch(() => {});
  }

  const discard = () => fail(broken());

  function onField(name: string | undefined, value: string, _nameCut: boolean, valueCut: boolean): void {
    if (file) return fail(wrong("ファイルの後の項目"));
    if (name === undefined) return fail(wrong("項目名"));
    fieldsBytes += name.length + value.length;
    if (valueCut || fieldsBytes > MAX_FIELDS_BYTES) fail(wrong("項目の大きさ"));
    else fields.push([name, value]);
  }

  function onFile(field: string | undefined, stream: Readable, name: string, _: string, type: string): void {
    file = stream;
    stream.on("error", () => fail(broken()));
    stream.on("limit", () => fail(tooLarge));
    if (failed) stream.destroy();
    else if (field !== "file") fail(wrong("ファイルの項目名"));
    else if (name === "") stream.on("data", () => fail(wrong("ファイル名")));
    else form.resolve({ fields, discard, file: { name, type, body: bodyOf(stream, whole.promise, fail) } });
  }

  parser.on("field", onField);
  parser.on("file", onFile);
  parser.on("fieldsLimit", () => fail(wrong("項目の数")));
  parser.on("filesLimit", () => fail(wrong("ファイルの数")));
  parser.on("error", () => fail(broken()));
  parser.on("finish", () => {
    whole.resolve();
    form.resolve({ fields, discard, file: null });
  });

  pump(source, parser).catch(() => fail(broken()));
  return await form.promise;
}

function openParser(contentType: string, fileSize: number): Writable {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      fileHwm: FILE_BUFFER_BYTES,
      isPartAFile: (_field, _type, fileName) => fileName !== undefined,
      limits: {
        fields: MAX_FIELDS,
        fieldSize: MAX_FIELD_BYTES,
        headerSize: MAX_PART_HEADER_BYTES,
        files: 1,
        fileSize,
      },
    });
  } catch {
    throw wrong("フォームの形式");
  }
}

/** Feeds the parser piece by piece; its callback comes when the file's reader has made room. */
async function pump(
  source: ReadableStreamDefaultReader<Uint8Array> | undefined,
  parser: Writable,
): Promise<void> {
  for (;;) {
    const { value, done } = await source?.read() ?? { value: undefined, done: true as const };
    if (done) break;
    await new Promise<void>((resolve, reject) => {
      parser.write(value, (error?: Error | null) => error ? reject(error) : resolve());
    });
  }
  parser.end();
}

function bodyOf(
  file: Readable,
  whole: Promise<void>,
  fail: (refusal: Refusal) => void,
): UploadedFile["body"] {
  const pieces: AsyncIterator<Uint8Array<ArrayBuffer>> = file[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next().catch(() => null);
      if (piece && !piece.done) return controller.enqueue(plain(piece.value));
      // The end of the file is not that of the form; and an error of the file is told as the form's.
      await whole;
      controller.close();
    },
    cancel: () => fail(broken()),
  }, { highWaterMark: 0 });
}

/** The same bytes, not as a Buffer. */
function plain(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function wrong(what: string): Refusal {
  return new Refusal("bad_request", { what });
}

function broken(): Refusal {
  return new Refusal("upload_broken");
}

/** As people read it: 100MB. */
function megabytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)}MB` : `${bytes}バイト`;
}
