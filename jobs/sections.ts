import type { Log } from "../domain/log.ts";
import type { ReasonParams } from "../domain/reasons.ts";
import { plusRefused } from "./engine/counts.ts";
import type { Execution } from "./engine/execution.ts";
import type { Outputs } from "./engine/outputs.ts";
import { rowError } from "./engine/pack.ts";
import { type Failure, failureOf } from "./failures.ts";
import type { Job, Position, Section } from "./job.ts";
import type { Seals } from "./seals.ts";

/** Between two sections is a better place for a seal than in the middle of one: half of the time is enough. */
const SHARE_BETWEEN = 0.5;
/** Once a section was taken back, others may have to be: less is to be written again. */
const SHARE_AFTER_FAILURE = 0.1;

interface SectionsMeans {
  x: Execution;
  outputs: Outputs;
  seals: Seals;
  log: Log;
}

/** `job.sections`. */
export function sectionsOf({ x, outputs, seals, log }: SectionsMeans): Job["sections"] {
  /** False when a section failed of which something is written: all is to be taken back, and walked again without it. */
  async function walk<S extends Section>(
    sections: readonly S[],
    work: (section: S, from: Position | null) => Promise<void>,
    failures: Map<Section, Failure>,
  ): Promise<boolean> {
    for (const section of sections) {
      const { position } = x.checkpoint;
      if (section.isPassed(position)) continue;
      await seals.ifDue(failures.size === 0 ? SHARE_BETWEEN : SHARE_AFTER_FAILURE);
      const known = failures.get(section);
      if (known) {
        await leaveOut(section, known);
        continue;
      }
      const [before, size] = [x.checkpoint, outputs.size];
      try {
        await work(section, position);
      } catch (error) {
        const failure = failureOf(error, x.lease.job, log);
        failures.set(section, failure);
        if (x.checkpoint !== before || outputs.size !== size) return false;
        await leaveOut(section, failure);
      }
    }
    return true;
  }

  /** Refuses a section and goes behind it. What of it an earlier seal holds stays, and the reason says so. */
  async function leaveOut(section: Section, { code, params }: Failure) {
    const { refusals, position } = x.checkpoint;
    const line = 1 + Object.values(refusals).reduce((sum, n) => sum + n, 0);
    const partly: ReasonParams = section.holds(position) ? { partly: 1 } : {};
    x.checkpoint = plusRefused({ ...x.checkpoint, position: section.end }, [{ code }]);
    await seals.add([rowError(x, { line, key: section.key }, code, { ...params, ...partly })]);
  }

  return async (sections, work) => {
    const failures = new Map<Section, Failure>();
    while (!await walk(sections, work, failures)) await seals.rewind();
    await seals.flush();
  };
}
