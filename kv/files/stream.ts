import { now } from "../../domain/clock.ts";
import { Refusal } from "../../domain/errors.ts";

/** A body that can be cut off when its time is over. */
export interface LimitedStream {
  /** The stream over `pieces`; `end` is called once, whichever way it ends. */
  start(
    pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>,
    end: () => Promise<void>,
  ): ReadableStream<Uint8Array>;
  /** Cuts the stream off, with an error, when the limit is reached: also while nobody reads. */
  checkTime(): void;
}

/** A stream that goes on until the moment `limit` (ms) at most; `sent` hears of each piece. Memory holds what one read brought, and the next. */
export function streamOf(limit: number, sent?: (bytes: number) => void): LimitedStream {
  let cutOff = () => {};

  function start(pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>, end: () => Promise<void>) {
    let open = true;
    async function finish() {
      open = false;
      await Promise.all([pieces.return(undefined), end()]);
    }
    return new ReadableStream<Uint8Array>({
      start(controller) {
        cutOff = () => {
          if (!open) return;
          controller.error(new Refusal("attachment_gone"));
          finish();
        };
      },
      async pull(controller) {
        if (now() >= limit) return cutOff();
        try {
          const { done, value } = await pieces.next();
          if (!open) return;
          if (!done) {
            sent?.(value.length);
            return controller.enqueue(value);
          }
          controller.close();
        } catch (error) {
          if (open) controller.error(error);
        }
        await finish();
      },
      cancel: finish,
    }, { highWaterMark: 0 });
  }

  return {
    start,
    checkTime() {
      if (now() >= limit) cutOff();
    },
  };
}
