import type { MasterSource } from "../sources/source.ts";

/** The same source, which says at every call and at every batch that this worker lives. */
export function listenedSource(source: MasterSource, alive: () => void): MasterSource {
  async function heard<T>(answer: Promise<T>): Promise<T> {
    alive();
    try {
      return await answer;
    } finally {
      alive();
    }
  }

  async function* heardBatches<T>(batches: AsyncIterable<T>) {
    for await (const batch of batches) {
      alive();
      yield batch;
    }
  }

  const { myNumbers } = source;
  return {
    costly: source.costly,
    company: () => heard(source.company()),
    establishments: () => heard(source.establishments()),
    relations: () => heard(source.relations()),
    departments: () => heard(source.departments()),
    employmentTypes: () => heard(source.employmentTypes()),
    roles: () => heardBatches(source.roles()),
    account: (person) => heard(source.account(person)),
    countEmployees: () => heard(source.countEmployees()),
    employees: (from) => heardBatches(source.employees(from)),
    employeesByCode: (codes) => heard(source.employeesByCode(codes)),
    families: (people) => heard(source.families(people)),
    myNumbers: myNumbers && ((people) => heard(myNumbers(people))),
  };
}
