import { type Config, ConfigError, readConfig } from "./web/config.ts";

/** The configuration of this process, read once from the environment and checked; see docs/operations.md. */
const config: Config = configured();
export default config;

/** What is wrong is told to whoever starts it, a line for each variable, and nothing is started. */
function configured(): Config {
  try {
    return readConfig(Deno.env.toObject());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    Deno.exit(1);
  }
}
