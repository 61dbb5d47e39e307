import type { MasterEmployee } from "../domain/employee.ts";
import type { Job } from "./job.ts";
import type { ErrorTable, Refused } from "./operation.ts";

/**
 * The people whom a sync refused, by their places in the source: 社員番号 alone may name two of them, or cost a request
 * each. Only pages that hold somebody are read again; names of who has moved since stay blank.
 */
export function sourceErrors({ source }: Pick<Job, "source">, refused: AsyncIterable<Refused[]>): ErrorTable {
  let page: { from: number; people: readonly MasterEmployee[] } = { from: 0, people: [] };

  async function personAt(index: number): Promise<MasterEmployee | null> {
    if (index < page.from || index >= page.from + page.people.length) {
      page = { from: index, people: await firstPage(source.employees(index)) };
    }
    return page.people[index - page.from] ?? null;
  }

  async function rowOf({ line, key, reason }: Refused): Promise<string[]> {
    const person = await personAt(line - 1);
    const names = person?.code === key ? [person.lastName, person.firstName] : ["", ""];
    return [key, ...names, reason];
  }

  return {
    header: ["社員番号", "姓", "名", "エラー内容"],
    encoding: "utf-8",
    rows: (async function* () {
      for await (const batch of refused) {
        const rows: string[][] = [];
        for (const one of batch) rows.push(await rowOf(one));
        yield rows;
      }
    })(),
  };
}

async function firstPage(pages: AsyncIterable<MasterEmployee[]>): Promise<MasterEmployee[]> {
  for await (const page of pages) return page;
  return [];
}
