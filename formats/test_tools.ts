import fc from "fast-check";

/** Whether the outside checks by Python can run here; with CI=true they must, and fail without it. */
const pythonFound = await new Deno.Command("python3", { args: ["--version"] }).output()
  .then(({ success }) => success, () => false);

/** A check by Python's own libraries; where python3 is missing the name says that it was skipped. */
export function testWithPython(name: string, run: () => Promise<void>): void {
  const skipped = !pythonFound && Deno.env.get("CI") !== "true";
  Deno.test({ name: skipped ? `${name} (skipped: no python3)` : name, ignore: skipped, fn: run });
}

/** Runs a Python script with `input` as its standard input; what it prints. */
export async function python(script: string, input: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const child = new Deno.Command("python3", { args: ["-c", script], stdin: "piped", stdout: "piped" })
    .spawn();
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const [, { success, stdout }] = await Promise.all([
    new Blob([bytes]).stream().pipeTo(child.stdin),
    child.output(),
  ]);
  if (!success) throw new Error("the Python script failed");
  return new TextDecoder().decode(stdout);
}

/** The pieces one by one, as a stream gives them. */
export async function* streamOf<T>(pieces: Iterable<T>): AsyncGenerator<T, void, undefined> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

/** Everything that a stream gives. */
export async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

/** Cuts text or bytes at arbitrary places, given as numbers between 0 and 1. */
export function cutAt<T extends string | Uint8Array>(whole: T, places: readonly number[]): T[] {
  const ends = [
    ...places.map((place) => Math.floor(place * whole.length)).sort((a, b) => a - b),
    whole.length,
  ];
  return ends.map((end, i) => whole.slice(ends[i - 1] ?? 0, end) as T);
}

/** Places for `cutAt`. */
export const places = fc.array(fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000), { maxLength: 12 });

/** Reads a file of testdata/. */
export function testFile(name: string): Uint8Array<ArrayBuffer> {
  return Deno.readFileSync(new URL(`testdata/${name}`, import.meta.url));
}
