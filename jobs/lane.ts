import type { Group } from "../domain/group.ts";
import type { Stores } from "../domain/stores.ts";
import type { Lane } from "./engine/records.ts";
import type { Operation } from "./operation.ts";
import type { Options } from "./options.ts";

/** The most rows that a mass change of the light lane has (design §4.2 "Lanes"). */
const MOST_LIGHT = 100;

/** The lane of a job: what its operation declares, else light for up to 100 chosen people. */
export async function laneOf(
  { lane, selection }: Pick<Operation, "lane" | "selection">,
  options: Readonly<Options>,
  group: Pick<Group, "id"> | null,
  { groups }: Pick<Stores, "groups">,
): Promise<Lane> {
  if (lane) return lane;
  if (!selection) return "heavy";
  return await mostChosen(options, group, groups) <= MOST_LIGHT ? "light" : "heavy";
}

/** No more people than these are chosen. Of all that match in a group no more than the group has. */
async function mostChosen(
  { all, ids = [] }: Readonly<Options>,
  group: Pick<Group, "id"> | null,
  groups: Stores["groups"],
): Promise<number> {
  if (all !== "1") return [ids].flat().length;
  return group ? (await groups.tally(group.id)).employees : Infinity;
}
