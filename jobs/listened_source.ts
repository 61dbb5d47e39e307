import type { MasterSource } from "../sources/source.ts";
import { type Execution, throwIfStopped } from "./engine/execution.ts";

/**
 * The source as a job asks it: it says at every call and at every batch that this worker lives, and what a stopped job
 * is told is that it was stopped, whatever the source made of that.
 */
export function listenedSource(source: MasterSource, x: Pick<Execution, "alive" | "signal">): MasterSource {
  const { myNumbers, ...asked } = source.forJob?.({ heartbeat: x.alive, signal: x.signal }) ?? source;

  async function heard<T>(answer: Promise<T>): Promise<T> {
    x.alive();
    try {
      return await answer;
    } catch (error) {
      throwIfStopped(x);
      throw error;
    } finally {
      x.alive();
    }
  }

  async function* heardBatches<T>(batches: AsyncIterable<T>) {
    const each = batches[Symbol.asyncIterator]();
    try {
      for (let next = await heard(each.next()); !next.done; next = await heard(each.next())) {
        yield next.value;
      }
    } finally {
      await each.return?.();
    }
  }

  return {
    costly: asked.costly,
    company: () => heard(asked.company()),
    establishments: () => heard(asked.establishments()),
    relations: () => heard(asked.relations()),
    departments: () => heard(asked.departments()),
    employmentTypes: () => heard(asked.employmentTypes()),
    roles: () => heardBatches(asked.roles()),
    account: (person) => heard(asked.account(person)),
    countEmployees: () => heard(asked.countEmployees()),
    employees: (from) => heardBatches(asked.employees(from)),
    employeesByCode: (codes) => heard(asked.employeesByCode(codes)),
    families: (people) => heard(asked.families(people)),
    myNumbers: myNumbers && ((people) => heard(myNumbers(people))),
  };
}
