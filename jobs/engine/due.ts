import { ulid } from "ulid";
import { type Mutation, set } from "../../kv/commit.ts";
import { sysKeys } from "../../kv/keys.ts";
import type { DueEntry } from "./records.ts";

/** The mutation that puts a duty on the list for the moment `at` (ms), in the commit of what it belongs to. */
export function due(at: number, entry: DueEntry): Mutation {
  return set(sysKeys.due(at, ulid(Math.max(0, Math.floor(at)))), entry);
}
