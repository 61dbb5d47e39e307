/** Fresh 2's Builder, as far as this product uses it. */
export { type ApplySnapshot, type BuildCallOptions, Builder } from "./builder.ts";
export type { BuildOptions, ResolvedBuildConfig } from "./options.ts";
export type { OnTransformArgs, OnTransformOptions, OnTransformResult, TransformFn } from "./transform.ts";
