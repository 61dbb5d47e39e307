import { Builder } from "fresh/dev";
import { buildStyles } from "./styles/build.ts";

/** Serves the app with reload on change; `deno run -A dev.ts build` writes the production build to `_fresh/`. */
const builder = new Builder();

// static/styles.css holds the base rules; tokens and the utilities that the sources use are put around them.
builder.onTransformStaticFile({ pluginName: "styles", filter: /\/styles\.css$/ }, async ({ text }) => ({
  content: await buildStyles(text, new URL("./", import.meta.url)),
}));

if (Deno.args.includes("build")) {
  await builder.build();
} else {
  await builder.listen(() => import("./main.ts"));
}
