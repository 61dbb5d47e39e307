import type { MasterEmployee } from "../domain/employee.ts";
import { Refusal } from "../domain/errors.ts";
import type { Company, Establishment, SourceAccount } from "../domain/master.ts";
import { type Client, clientOf, PER_PAGE } from "./smarthr/client.ts";
import { masterOf } from "./smarthr/crew.ts";
import { relativeOf } from "./smarthr/dependent.ts";
import * as list from "./smarthr/lists.ts";
import type { Access } from "./smarthr/exchange.ts";
import { rolesOf, type User } from "./smarthr/user.ts";
import type { Surroundings } from "./smarthr/waiting.ts";
import { inLanes, readAll, walk } from "./smarthr/walk.ts";
import type { MasterSource } from "./source.ts";

export type { Access } from "./smarthr/exchange.ts";

/** Requests under way at a time: ten a second are allowed, and other programs may use the same token. */
const LANES = 4;

/**
 * The master of a company at SmartHR, over its API v1 (docs/decisions/0009-smarthr-source.md). Throws Refusal
 * `source_*` when somebody has to change something there or here, Unavailable when waiting helps.
 */
export function smarthrSource(access: Access, given: Partial<Surroundings> = {}): MasterSource {
  const client = clientOf(access, given);
  const names = remembered(async () => {
    const all = await readAll(client, list.establishments);
    return new Map(all.map(({ id, name }) => [id, name]));
  });

  return {
    costly: true,
    myNumbers: null,
    forJob: (means) => smarthrSource(access, { ...given, ...means }),
    company: () => companyOf(client),
    establishments: async () => (await readAll(client, list.establishments)).map(establishmentOf),
    async relations() {
      const all = await readAll(client, list.relations);
      return all.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0)).map((one) => ({
        sourceId: one.id,
        name: one.name,
        preset: one.preset_type,
        isChild: one.is_child ?? false,
      }));
    },
    async departments() {
      const all = await readAll(client, list.departments);
      return all.map(({ id, name, full_name }) => ({ sourceId: id, name, fullName: full_name ?? name }));
    },
    async employmentTypes() {
      const all = await readAll(client, list.employmentTypes);
      return all.map(({ id, name, preset_type }) => ({ sourceId: id, name, preset: preset_type }));
    },
    async *roles() {
      for await (const users of walk(client, list.users)) yield rolesOf(users);
    },
    account: (person) => accountOf(client, person),
    async countEmployees() {
      const page = await client.page(list.crewIds, 1, 1);
      const total = page?.total ?? null;
      if (total === null) throw new Refusal("source_not_found");
      return total;
    },
    async *employees(from = 0) {
      const establishments = await names();
      let ahead = from % PER_PAGE;
      for await (const crews of walk(client, list.crews(), Math.floor(from / PER_PAGE) + 1)) {
        const people = crews.slice(ahead).map((crew) => masterOf(crew, establishments));
        ahead = Math.max(0, ahead - crews.length);
        if (people.length > 0) yield people;
      }
    },
    async employeesByCode(codes) {
      const establishments = await names();
      return await inLanes(codes, LANES, (code) => byCode(client, code, establishments));
    },
    // Somebody who is gone at the source has no family there.
    families: (people) =>
      inLanes(people, LANES, async ({ sourceId }) => {
        const dependents = await readAll(client, list.dependents(sourceId));
        return dependents.map(relativeOf);
      }),
  };
}

/** 会社情報: the first, and the name of its 代表者. */
async function companyOf(client: Client): Promise<Company> {
  const page = await client.page(list.companies, 1);
  if (!page) throw new Refusal("source_not_found");
  const [company] = page.items;
  if (!company) throw new Refusal("source_company_missing");
  const owner = company.owner_id === null ? null : await client.one(list.crewName(company.owner_id));
  return {
    name: company.name,
    representative: owner ? `${owner.last_name} ${owner.first_name}`.trim() : "",
    representativeKana: owner ? `${owner.last_name_yomi} ${owner.first_name_yomi}`.trim() : "",
    corporateNumber: company.corporate_number,
  };
}

function establishmentOf(one: list.BizEstablishment): Establishment {
  return {
    sourceId: one.id,
    name: one.name,
    taxOffice: one.jurisdiction_tax,
    payerAddress: one.salary_payer_address,
  };
}

/** The filter of the server may be wider than an exact text; of several (退職 and 再入社) whoever is there still. */
async function byCode(
  client: Client,
  code: string,
  establishments: ReadonlyMap<string, string>,
): Promise<MasterEmployee | null> {
  if (code.trim() === "") return null;
  const crews = await readAll(client, list.crews({ emp_code: code }));
  const people = crews.map((crew) => masterOf(crew, establishments)).filter((one) => one.code === code);
  return people.find(({ status }) => status !== "retired") ?? people[0] ?? null;
}

/** By 社員番号 in two requests; by e-mail, for which there is no filter, page by page up to the match. */
async function accountOf(
  client: Client,
  { email, employeeCode }: { email: string | null; employeeCode: string | null },
): Promise<SourceAccount | null> {
  const known = employeeCode === null ? null : await userOfCode(client, employeeCode);
  if (known) return accountFrom(known, employeeCode);
  const found = email === null ? null : await userOfEmail(client, email.toLowerCase());
  if (!found) return null;
  const crew = found.crew_id === null ? null : await client.one(list.crewCode(found.crew_id));
  return accountFrom(found, crew?.emp_code?.trim() ?? null);
}

async function userOfCode(client: Client, code: string): Promise<User | null> {
  const crews = await readAll(client, list.crews({ emp_code: code }));
  const id = crews.find((crew) => crew.emp_code?.trim() === code && crew.user_id !== null)?.user_id;
  return id ? await client.one(list.user(id)) : null;
}

async function userOfEmail(client: Client, email: string): Promise<User | null> {
  for await (const users of walk(client, list.users)) {
    const found = users.find((user) => user.email?.toLowerCase() === email);
    if (found) return found;
  }
  return null;
}

function accountFrom({ id, email, role }: User, employeeCode: string | null): SourceAccount {
  return { sourceId: id, email, roleId: role?.id ?? null, employeeCode };
}

/** Asks once; a failure is not remembered. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => {
    answer ??= ask().catch((error) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}
