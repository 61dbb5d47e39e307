import { type Insurance, NO_INSURANCE } from "../../domain/insurance.ts";
import { newRequest, type RequestStatus } from "../../domain/request.ts";
import type { Member } from "../../domain/stores.ts";
import { csvRecord } from "../../formats/csv_write.ts";
import { commitChange } from "../../kv/guarded.ts";
import { type Company, type CompanyOptions, openCompany, person } from "../test_tools.ts";

/** For tests of insurance imports: the two groups of the company. */
export const HEAD = "g-head";
export const PLANT = "g-plant";

/**
 * A company with 000001 of 本社, 000002 of 工場 and 000003 of no group, all 未依頼, 000004 of 本社 who was asked, and
 * `more` people of no group.
 */
export async function insuranceCompany(options: CompanyOptions & { more?: string[] } = {}): Promise<Company> {
  const c = await openCompany(options);
  await c.group(HEAD, "本社");
  await c.group(PLANT, "工場");
  await c.members(HEAD, [person("000001")]);
  await c.members(PLANT, [person("000002")]);
  await c.members(null, ["000003", "000004", ...options.more ?? []].map((code) => person(code)));
  await ask(c, "000004", HEAD, "requested");
  return c;
}

/** Puts somebody of no group into a group, with a 依頼 of this status. */
export async function ask(c: Company, code: string, groupId: string, status: RequestStatus) {
  const { members } = c.stores;
  await commitChange(c.files.kv, c.committer, {
    guards: [members.guard(null), members.guard(groupId)],
    async compute() {
      const member = await memberOf(c, code);
      return members.move(member, groupId, { ...newRequest(member.employee.id), status });
    },
  });
}

/** What somebody is insured with. */
export async function insuranceOf(c: Company, code: string): Promise<Insurance> {
  const { employee } = await memberOf(c, code);
  return (await c.stores.insurance.of([employee.id]))[0]!;
}

/** Gives somebody insurance; fields not given are of NO_INSURANCE. */
export async function insure(c: Company, code: string, insurance: Partial<Insurance>) {
  const { employee } = await memberOf(c, code);
  await commitChange(c.files.kv, c.committer, {
    guards: [c.stores.members.guard(employee.groupId)],
    compute: async () => c.stores.insurance.put(await memberOf(c, code), { ...NO_INSURANCE, ...insurance }),
  });
}

async function memberOf(c: Company, code: string): Promise<Member> {
  const [member] = await c.stores.members.byCodes([code]);
  if (!member) throw new Error(`no target ${code}`);
  return member;
}

/** A CSV out of rows of named cells; the header is the names that occur, 社員番号 first. */
export function csvOf(rows: Record<string, string>[]): string {
  const names = [...new Set(["社員番号", ...rows.flatMap(Object.keys)])];
  return csvRecord(names) + rows.map((row) => csvRecord(names.map((name) => row[name] ?? ""))).join("");
}
