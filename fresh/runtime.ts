export { asset } from "./shared/asset.ts";
export { Head, type HeadProps } from "./runtime/head.ts";
export { HttpError } from "./http_error.ts";

/** True in the browser, false on the server. */
export const IS_BROWSER: boolean = typeof document !== "undefined";
