declare const opaque: unique symbol;

/** One change of stored data, made by a repository and carried out by whoever commits. Says nothing of KV. */
export interface Write {
  readonly [opaque]: "write";
}

/**
 * Names what a change was computed from: a group's data, or the people in no group. Every writer of that data
 * sets it, so a commit that checks it fails when somebody else wrote in between (design §4.2 "Effects").
 */
export interface Guard {
  readonly [opaque]: "guard";
}
