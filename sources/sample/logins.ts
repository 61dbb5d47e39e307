import { EVERYONE, type Range, type Role } from "../../domain/permission.ts";
import { departmentOf } from "./basics.ts";
import type { SampleCompany } from "./companies.ts";
import { statusOf } from "./requests.ts";
import { standingOf } from "./standing.ts";

/** The password of every sample account (design §7). */
export const SAMPLE_PASSWORD = "nencho-sample";

const SALES = "営業部";
const SALES_ONLY: Range = { kind: "condition", departments: [SALES], employmentTypes: [] };

/** An account of a sample company. */
export interface Login {
  email: string | null;
  /** Of people of the master: their own. */
  name: string | null;
  role: Role;
  range: Range;
  /** Which person of the master it belongs to; null: nobody. */
  person: number | null;
}

/** Each of the three is found among the first dozens; the limit is for a broken table. */
const SEARCH_LIMIT = 10_000;

/** The accounts of the sample company with roles and ranges, in order of creation. */
export function loginsOf(company: SampleCompany): Login[] {
  const account = (user: string | null, role: Role, of: string | number, range: Range = EVERYONE): Login => ({
    email: user && `${user}@${company.domain}`,
    name: typeof of === "string" ? of : null,
    role,
    range,
    person: typeof of === "number" ? of : null,
  });
  const admin = account("admin", "admin", "青山 恵");
  if (company.tenant !== "sample") return [admin];
  const [employee, range, codeOnly] = peopleOf(company);
  return [
    admin,
    account("confirm", "confirm", "小田 誠"),
    account("download", "download", "水野 彩"),
    account("check", "check", "堀 健太"),
    account("none", "none", "菊地 茜"),
    account("download2", "download", "永井 亮"),
    account("range", "download", range, SALES_ONLY),
    account("employee", "none", employee),
    account(null, "none", codeOnly),
  ];
}

const known = new WeakMap<SampleCompany, Map<number, Login>>();

/** The account of person number `i`, when it is one of those. */
export function loginAt(company: SampleCompany, i: number): Login | null {
  let byPerson = known.get(company);
  if (!byPerson) {
    const logins = loginsOf(company).flatMap((login) =>
      login.person === null ? [] : [[login.person, login] as const]
    );
    known.set(company, byPerson = new Map(logins));
  }
  return byPerson.get(i) ?? null;
}

/** An employee of 本社 who is asked (依頼中), one of 本社 whom the range of the account holds, and one of 工場. */
function peopleOf(company: SampleCompany): [number, number, number] {
  const employee = firstOf(company, 0, (i) => statusOf(company, i) === "requested");
  const range = firstOf(company, 0, (i) => i !== employee && departmentOf(company, i) === SALES);
  return [employee, range, firstOf(company, 1, () => true)];
}

function firstOf(company: SampleCompany, site: number, fits: (i: number) => boolean): number {
  for (let i = 0; i < SEARCH_LIMIT; i++) {
    const standing = standingOf(company, i);
    if (standing.kind === "member" && standing.site === site && fits(i)) return i;
  }
  throw new Error("no such person among the sample people");
}
