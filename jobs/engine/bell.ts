/** What makes the next tick come now. */
export interface Bell {
  ring(): void;
  /** True when it rang since it was hung up. */
  rung(): boolean;
  /** Resolves at the next ring, at once when it rang. */
  rings(): Promise<void>;
  /** Makes it ready for the next ring. */
  hang(): void;
}

/** A bell that did not ring yet. */
export function newBell(): Bell {
  let rung = false;
  let ringing = Promise.withResolvers<void>();
  return {
    ring() {
      rung = true;
      ringing.resolve();
    },
    rung: () => rung,
    rings: () => ringing.promise,
    hang() {
      rung = false;
      ringing = Promise.withResolvers();
    },
  };
}
