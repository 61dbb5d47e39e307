import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import type { Collected } from "../domain/declaration/collected.ts";
import { exampleRow } from "../domain/lists/example_fixture.ts";
import { OWN } from "../domain/my_number.ts";
import { numbersOf } from "./my_numbers_fixture.ts";
import { askedCompany, membersOf, write } from "./requests_fixture.ts";
import { type Company, type CompanyOptions, person } from "./test_tools.ts";

/** A 個人番号 that is stored and stands in no file. */
export const CANARY = "123456789018";

/**
 * For tests: 本社 with 000001, who declared the example of the reference and whose 個人番号 is there, 000002 of another
 * 部署, who declared nothing, and 000003 in 工場.
 */
export async function declaredCompany(
  edit: (example: Collected) => Collected = (one) => one,
  options: CompanyOptions = {},
): Promise<Company> {
  const c = await askedCompany([{}, { master: { department: "総務部" } }], options);
  await c.members("01B", [person("000003")]);
  await declare(c, 1, edit(exampleRow()));
  return c;
}

/** Stores what is collected of the n-th person, and their own 個人番号. */
export async function declare(c: Company, n: number, collected: Collected): Promise<void> {
  const { declarations, insurance, housingLoans } = c.stores;
  await write(c, async () => {
    const [member] = await membersOf(c, [n]);
    const numbers = numbersOf(c);
    const sealed = await numbers.seal(member!.employee.id, [{ holder: OWN, number: CANARY }]);
    return [
      ...declarations.put(member!, collected.declaration),
      ...insurance.put(member!, collected.insurance),
      ...housingLoans.put(member!, collected.housingLoan),
      ...numbers.put(member!, sealed),
    ];
  });
}

/** The files of a ZIP by name, in order. */
export async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, Uint8Array>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const files: Record<string, Uint8Array> = {};
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) files[entry.filename] = await entry.getData(new Uint8ArrayWriter());
  }
  await reader.close();
  return files;
}
