import { type Config, readConfig } from "./web/config.ts";

/** The configuration of this process, read once from the environment and checked; see docs/operations.md. */
const config: Config = readConfig(Deno.env.toObject());
export default config;
