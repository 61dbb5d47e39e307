import type { Committer } from "../commit.ts";
import type { Keyring } from "../keyring.ts";

/** What files are made of: records in one database, chunks in the other (or the same), keys outside both. */
export interface Files {
  kv: Deno.Kv;
  blobKv: Deno.Kv;
  committer: Committer;
  keyring: Keyring;
  /** Hears how many bytes of an attachment were given out. */
  sent?(bytes: number): void;
}
