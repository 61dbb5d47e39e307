import { RefusedMessage } from "../RefusedMessage.tsx";
import type { Sending } from "./use_operation.ts";

/**
 * How the sending of a dialog stands, and why the server said no. Both regions stand from the beginning, so that what
 * fills them is read aloud.
 */
export function Feedback({ sending: { progress, problem } }: { sending: Sending }) {
  return (
    <>
      <RefusedMessage problem={problem} class="mt-4" />
      <div role="status" class="sr-only">{progress !== null && "送信しています"}</div>
      {progress !== null && (
        <div class="mt-4">
          <progress aria-label="送信の進み具合" max={100} value={Math.floor(progress * 100)} />
          <p class="mt-1 text-sm text-ink-soft tabular-nums">
            {progress < 1 ? `送信中 ${Math.floor(progress * 100)}%` : "受け付けています"}
          </p>
        </div>
      )}
    </>
  );
}
