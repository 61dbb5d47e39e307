import { type App, startApp } from "../tests/support/app.ts";
import { launch } from "../tests/support/browser.ts";
import { drawEmpty } from "../tests/support/looks/empty.ts";
import { drawMoments } from "../tests/support/looks/moments.ts";
import { drawPages } from "../tests/support/looks/pages.ts";
import { drawPeople } from "../tests/support/looks/people.ts";

/**
 * Draws every page in every state, at 1440 and 390 px, for somebody to look at: `deno task looks [folder] [scene…]`,
 * with the scenes pages (also with long names), people, moments and empty; all of them unless named.
 */
const [folder = await Deno.makeTempDir({ prefix: "nencho-looks-" }), ...named] = Deno.args;

const browser = await launch();

/** Lets a scene work on a sample company of its own. */
async function onSample(draw: (app: App) => Promise<void>) {
  await using app = await startApp();
  await draw(app);
}

const SCENES: Record<string, () => Promise<void>> = {
  pages: () => onSample((app) => drawPages(browser, app, folder)),
  people: () => onSample((app) => drawPeople(browser, app, folder)),
  moments: () => onSample((app) => drawMoments(browser, app, folder)),
  empty: () => drawEmpty(browser, folder),
};

try {
  for (const scene of named.length > 0 ? named : Object.keys(SCENES)) {
    const draw = SCENES[scene];
    if (!draw) throw new Error(`no scene ${scene}; there are ${Object.keys(SCENES).join(", ")}`);
    await draw();
  }
  console.info(`the pictures lie in ${folder}`);
} finally {
  await browser.close();
}
