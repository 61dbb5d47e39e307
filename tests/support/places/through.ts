import { type Client, clientOver } from "../client.ts";
import { until } from "../until.ts";
import type { CommitFate } from "./remote_kv.ts";
import type { World } from "./world.ts";

/** What came of a scenario. */
export interface Played {
  /** Sites that died. */
  deaths: number;
  /** Commits of the first site, from when it was up until it ended. */
  commits: number;
}

/**
 * Plays a scenario, whatever becomes of commits. When a site dies another one is started, and what was asked is asked
 * again, as people and scripts do.
 */
export async function playThrough(
  world: World,
  play: (client: Client) => Promise<void>,
  fate: (n: number) => CommitFate,
): Promise<Played> {
  const played = { deaths: 0, commits: 0 };
  let site = await world.start({
    fate(n) {
      played.commits = n + 1;
      return fate(n);
    },
  });
  const client = clientOver((path, init) =>
    until(`an answer to ${path}`, async () => {
      try {
        return await site.client.fetch(path, init);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        await site.died;
        played.deaths++;
        site = await world.successor();
        return null;
      }
    }), site.client.cookie);
  await play(client);
  await site.leave();
  return played;
}
