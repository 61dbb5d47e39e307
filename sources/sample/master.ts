import type {
  Company,
  Department,
  EmploymentType,
  Establishment,
  SourceAccount,
  SourceRole,
} from "../../domain/master.ts";
import type { Role } from "../../domain/permission.ts";
import type { SampleCompany } from "./companies.ts";
import { loginsOf } from "./logins.ts";
import { codeOf } from "./people.ts";

/** 会社情報 of a sample company. Its 法人番号 is nobody's: the check digit is wrong on purpose. */
export function companyOf(company: SampleCompany): Company {
  return {
    name: company.name,
    representative: "青山 恵",
    representativeKana: "アオヤマ メグミ",
    corporateNumber: company.tenant === "sample" ? "0000000000001" : "0000000000002",
  };
}

const OFFICES = ["麹町", "川崎南", "名古屋中村"];

/** One 事業所 a site. */
export function establishmentsOf(company: SampleCompany): Establishment[] {
  return company.sites.map(({ name }, i) => ({
    sourceId: `${company.tenant}-establishment-${i + 1}`,
    name,
    taxOffice: OFFICES[i]!,
    payerAddress: {
      zip: "100-0001",
      prefecture: "東京都",
      city: "千代田区",
      street: `見本町1-${i + 1}`,
      building: "",
      kana: `トウキョウトチヨダクミホンチョウ1-${i + 1}`,
      country: "",
    },
  }));
}

export const EMPLOYMENT_TYPES: EmploymentType[] = [
  { sourceId: "employment-1", name: "正社員", preset: "full_timer" },
  { sourceId: "employment-2", name: "契約社員", preset: "contract_worker" },
  { sourceId: "employment-3", name: "パート・アルバイト", preset: "part_timer" },
  { sourceId: "employment-4", name: "嘱託", preset: "etc" },
  { sourceId: "employment-5", name: "業務委託", preset: "outsourcing_contractor" },
  { sourceId: "employment-6", name: "派遣社員", preset: "permatemp" },
];

/** Every 部署 of the sites, each once. */
export function departmentsOf({ sites }: SampleCompany): Department[] {
  const names = [...new Set(sites.flatMap(({ departments }) => departments))];
  return names.map((name, i) => ({ sourceId: `department-${i + 1}`, name, fullName: name }));
}

const role = (sourceId: string, name: string, more: Partial<SourceRole> = {}): SourceRole => ({
  sourceId,
  name,
  preset: null,
  scope: { kind: "all" },
  ...more,
});

/** 権限: the source's own, and some that the company made. */
export const ROLES: SourceRole[] = [
  role("role-admin", "管理者", { preset: "admin" }),
  role("role-office", "事務担当者", { preset: "clerk" }),
  role("role-member", "メンバー", { preset: "member", scope: { kind: "own" } }),
  role("role-payroll", "給与担当"),
  role("role-sales", "営業部の労務担当", {
    scope: { kind: "condition", query: { departments: ["営業部"], employment_types: [] } },
  }),
];

const ROLE_OF: Record<Role, string> = {
  admin: "role-admin",
  confirm: "role-payroll",
  download: "role-office",
  check: "role-office",
  none: "role-member",
};

/** The account of a sign-in of the sample company; employees' own accounts hold メンバー. */
export function accountOf(
  company: SampleCompany,
  { email, employeeCode }: { email: string | null; employeeCode: string | null },
): SourceAccount | null {
  const login = loginsOf(company).find((one) =>
    email !== null ? one.email === email : one.person !== null && codeOf(one.person) === employeeCode
  );
  if (!login) return null;
  return {
    sourceId: `${company.tenant}-user-${login.email ?? employeeCode}`,
    email: login.email,
    roleId: login.range.kind === "all" ? ROLE_OF[login.role] : "role-sales",
    employeeCode: login.person === null ? null : codeOf(login.person),
  };
}
