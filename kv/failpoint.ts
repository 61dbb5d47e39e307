/**
 * Places where a test stops the process in order to kill it there: `NENCHO_FAILPOINT=name[:n]` names one, and its
 * n-th passing in a thread (the first unless said) writes `failpoint name` and blocks that thread for good.
 * `NENCHO_FAILPOINT_UNTIL` names a file that lets it go on once it exists. None of this exists in production.
 */
export type FailPoint =
  | `${Around}:before`
  | `${Around}:after`
  /** A batch of chunks was stored, of an upload (main thread) or of an attachment (worker). */
  | "chunks"
  /** An upload, or the files of a job, are whole; the commit that publishes them is not made. */
  | "upload.publish"
  | "publish"
  /** A file is about to be put into a ZIP. */
  | "pack"
  /** A batch of chunks of a shredded file was deleted. */
  | "shred.chunks";

/** Commits with a point on either side. `pass` is a worker's commit in the thread that writes. */
type Around =
  | "accept"
  | "upload.begin"
  | "claim"
  | "release"
  | "apply"
  | "pass"
  | "begin"
  | "seal"
  /** A file is gone on with, by another attempt or by one that takes back what is not sealed. */
  | "resume"
  | "finish"
  | "cancel"
  | "claim-download"
  | "mail-claim"
  /** What the mail server answered is stored. */
  | "mail-settle"
  | "shred.keys";

/** Passes a point; undefined in production. */
export const failpoint: ((name: FailPoint) => void) | undefined = Deno.env.get("NENCHO_ENV") === "production"
  ? undefined
  : armed(Deno.env.get("NENCHO_FAILPOINT"));

function armed(setting: string | undefined): ((name: FailPoint) => void) | undefined {
  const parsed = /^([a-z.-]+(?::before|:after)?)(?::(\d+))?$/.exec(setting ?? "");
  if (!parsed) return undefined;
  const [, wanted, nth = "1"] = parsed;
  let left = Number(nth);
  return (name) => {
    if (name !== wanted || --left !== 0) return;
    console.error(`failpoint ${name}`);
    block(Deno.env.get("NENCHO_FAILPOINT_UNTIL"));
  };
}

/** How often a blocked thread looks whether it may go on. */
const LOOK_EVERY_MS = 20;

/** Stops this thread as a kill would: no promise, timer or message goes on in it. */
function block(until: string | undefined): void {
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    Atomics.wait(never, 0, 0, LOOK_EVERY_MS);
    if (until !== undefined && exists(until)) return;
  }
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}
