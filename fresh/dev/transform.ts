/** Which static files a transformation is for. */
export interface OnTransformOptions {
  /** Named in errors. */
  pluginName: string;
  /** Tested against the file's absolute path. */
  filter: RegExp;
  /** Files to leave alone although `filter` matches. */
  exclude?: RegExp[];
}

/** The file to transform. */
export interface OnTransformArgs {
  /** Absolute path. */
  path: string;
  target: string | string[];
  mode: "development" | "production";
  content: Uint8Array<ArrayBuffer>;
  /** The content as UTF-8 text. */
  readonly text: string;
}

/** What the file becomes. */
export interface OnTransformResult {
  content: string | Uint8Array<ArrayBuffer>;
}

/** Makes another content of a static file, or nothing to leave it. */
export type TransformFn = (
  args: OnTransformArgs,
) => void | undefined | OnTransformResult | Promise<void | undefined | OnTransformResult>;

/** A transformation as registered. */
export interface Transform {
  options: OnTransformOptions;
  fn: TransformFn;
}

/** True when some transformation is for `path`. */
export function isTransformed(transforms: Transform[], path: string): boolean {
  return transforms.some(({ options }) => applies(options, path));
}

/** The content of the file at `path` after all transformations that are for it, in the order of registration. */
export async function transform(
  transforms: Transform[],
  path: string,
  target: string | string[],
  mode: "development" | "production",
): Promise<Uint8Array<ArrayBuffer>> {
  let content = await Deno.readFile(path);
  for (const { options, fn } of transforms) {
    if (!applies(options, path)) continue;
    const result = await run(options, fn, argsOf(path, target, mode, content));
    if (!result) continue;
    content = typeof result.content === "string" ? new TextEncoder().encode(result.content) : result.content;
  }
  return content;
}

function applies({ filter, exclude = [] }: OnTransformOptions, path: string): boolean {
  return path.search(filter) !== -1 && !exclude.some((pattern) => path.search(pattern) !== -1);
}

function argsOf(
  path: string,
  target: string | string[],
  mode: "development" | "production",
  content: Uint8Array<ArrayBuffer>,
): OnTransformArgs {
  return {
    path,
    target,
    mode,
    content,
    get text() {
      return new TextDecoder().decode(content);
    },
  };
}

async function run(options: OnTransformOptions, fn: TransformFn, args: OnTransformArgs) {
  try {
    return await fn(args);
  } catch (cause) {
    throw new Error(`${options.pluginName} could not transform ${args.path}`, { cause });
  }
}
