/** Options of `new App()`. */
export interface FreshConfig {
  /** Path that every route of the app lives under, e.g. "/office". */
  basePath?: string;
  /** Set by the Builder; "production" where nobody says otherwise. */
  mode?: "development" | "production";
  /** Take scheme and host of `ctx.url` from `X-Forwarded-Proto` and `X-Forwarded-Host`. */
  trustProxy?: boolean;
}

/** The configuration of a running app, every value known. */
export interface ResolvedFreshConfig {
  /** Absolute path of the project. */
  root: string;
  basePath: string;
  mode: "development" | "production";
  trustProxy: boolean;
}

/** Fills in what `config` leaves out. */
export function resolveConfig(config: FreshConfig): ResolvedFreshConfig {
  const basePath = config.basePath?.replace(/\/+$/, "") ?? "";
  if (basePath !== "" && !basePath.startsWith("/")) {
    throw new TypeError(`basePath must start with "/", got "${config.basePath}"`);
  }
  return {
    root: "",
    basePath,
    mode: config.mode ?? "production",
    trustProxy: config.trustProxy ?? false,
  };
}
