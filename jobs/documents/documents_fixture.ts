import type { Collected } from "../../domain/declaration/collected.ts";
import { everything } from "../../domain/forms/forms_fixture.ts";
import { relativeHolder } from "../../domain/forms/people.ts";
import { type NumberHolder, OWN } from "../../domain/my_number.ts";
import type { OpenNumber } from "../../domain/my_number_store.ts";
import type { DocumentKind, Request } from "../../domain/request.ts";
import { newReview } from "../../domain/request_acts/documents.ts";
import type { MasterEmployee } from "../../domain/employee.ts";
import { unzipped } from "../collected_fixture.ts";
import { numbersOf } from "../my_numbers_fixture.ts";
import { askedCompany, GROUP, membersOf, write } from "../requests_fixture.ts";
import type { Company, CompanyOptions, Ended, testUser } from "../test_tools.ts";

/** Somebody of 本社 in a test of documents. */
export interface DocumentPerson {
  /** The documents that are made. */
  has: readonly DocumentKind[];
  /** Edits what is collected: that of forms_fixture.ts, of whom every part of every form has something to say. */
  edit?(collected: Collected): Collected;
  master?: Partial<MasterEmployee>;
}

/** A company whose 本社 has these people, all of whom 回答済み; the first is 000001. */
export async function documentCompany(
  people: readonly DocumentPerson[],
  options: CompanyOptions = {},
): Promise<Company> {
  const c = await askedCompany(
    people.map(({ has, master }) => ({ request: withDocuments(has), ...(master && { master }) })),
    options,
  );
  const { declarations, insurance, housingLoans } = c.stores;
  await write(c, async () => {
    const members = await membersOf(c, people.map((_, i) => i + 1));
    return members.flatMap((member, i) => {
      const collected = people[i]!.edit?.(everything()) ?? everything();
      return [
        ...declarations.put(member, collected.declaration),
        ...insurance.put(member, collected.insurance),
        ...housingLoans.put(member, collected.housingLoan),
      ];
    });
  });
  return c;
}

function withDocuments(has: readonly DocumentKind[]): Partial<Request> {
  return { status: "answered", documents: Object.fromEntries(has.map((kind) => [kind, newReview(1)])) };
}

const DIGITS = [
  "123456789018",
  "234567890121",
  "345678901234",
  "456789012346",
  "567890123457",
  "678901234562",
];

/** 個人番号 of the employee, the spouse and every relative of what is collected in these tests. */
export const NUMBERS: readonly OpenNumber[] = holdersIn(everything()).map((holder, i) => ({
  holder,
  number: DIGITS[i]!,
}));

function holdersIn({ declaration: { spouse, family } }: Collected): NumberHolder[] {
  return [OWN, ...[spouse.person!, ...family.people].map(relativeHolder)];
}

/** Stores them for the n-th person. */
export async function putNumbers(c: Company, n: number): Promise<void> {
  await write(c, async () => {
    const [member] = await membersOf(c, [n]);
    const store = numbersOf(c);
    return store.put(member!, await store.seal(member!.employee.id, NUMBERS));
  });
}

/** Downloads documents of 本社, by 管理者 unless another is named. */
export async function downloadDocuments(
  c: Company,
  kinds: readonly DocumentKind[],
  user?: ReturnType<typeof testUser>,
): Promise<Ended> {
  const fields = kinds.map((kind): [string, string] => ["documents", kind]);
  const { id } = await c.accept({ operation: "download_documents", group: GROUP, fields }, user);
  return await c.ended(id, user);
}

/** The PDFs of the only ZIP among the attachments, by name. */
export async function pdfsOf({ files }: Ended): Promise<Record<string, Uint8Array>> {
  const [zip, ...more] = files.filter(({ type }) => type === "application/zip");
  if (!zip || more.length > 0) throw new Error("there is not one ZIP");
  return await unzipped(zip.bytes);
}
