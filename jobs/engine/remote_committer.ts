import type { CommitResult, Committer } from "../../kv/commit.ts";
import { DatabaseUnreachable } from "../../kv/unreachable.ts";
import type { FromWorker } from "./protocol.ts";

/** Sends commits over a port to the thread that holds the write handle. */
export interface RemoteCommitter extends Committer {
  settled(call: number, result: CommitResult): void;
  failed(call: number, message: string, away: boolean): void;
}

/** The committer of a worker. */
export function remoteCommitter(post: (message: FromWorker) => void): RemoteCommitter {
  const waiting = new Map<number, PromiseWithResolvers<CommitResult>>();
  let calls = 0;
  const take = (call: number) => {
    const promise = waiting.get(call);
    waiting.delete(call);
    return promise;
  };
  return {
    commit(change, priority = "urgent") {
      const call = ++calls;
      const answer = Promise.withResolvers<CommitResult>();
      waiting.set(call, answer);
      post({ type: "commit", call, change, priority });
      return answer.promise;
    },
    settled: (call, result) => take(call)?.resolve(result),
    failed: (call, message, away) =>
      take(call)?.reject(away ? new DatabaseUnreachable(message) : new Error(message)),
  };
}
