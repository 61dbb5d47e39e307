import { z } from "zod";
import { type Crew, CREW_FIELDS, crewSchema } from "./crew.ts";
import { dependentSchema } from "./dependent.ts";
import type { Resource } from "./client.ts";
import { address, flag, text, textOrNull } from "./fields.ts";
import { type User, userSchema } from "./user.ts";

/** The one order that stays while people are added; ties are in the server's hand. */
const IN_ORDER = { sort: "created_at" };
const EMPLOYEES = "従業員情報";

/** 従業員, all of them or those of one 社員番号. */
export const crews = (query: Record<string, string> = {}): Resource<Crew> => ({
  path: "/v1/crews",
  noun: EMPLOYEES,
  schema: crewSchema,
  query: { ...query, ...IN_ORDER, fields: CREW_FIELDS },
});

/** How many 従業員 there are: nothing of them is read. */
export const crewIds: Resource<{ id: string }> = {
  path: "/v1/crews",
  noun: EMPLOYEES,
  schema: z.object({ id: z.string() }),
  query: { fields: "id" },
};

/** 社員番号 of one 従業員. */
export const crewCode = (id: string): Resource<{ emp_code: string | null }> => ({
  path: `/v1/crews/${encodeURIComponent(id)}`,
  noun: EMPLOYEES,
  schema: z.object({ emp_code: textOrNull }),
  query: { fields: "id,emp_code" },
});

/** 氏名 of one 従業員. */
export const crewName = (id: string) => ({
  path: `/v1/crews/${encodeURIComponent(id)}`,
  noun: EMPLOYEES,
  schema: z.object({ last_name: text, first_name: text, last_name_yomi: text, first_name_yomi: text }),
  query: { fields: "id,last_name,first_name,last_name_yomi,first_name_yomi" },
});

/** 家族情報 of one 従業員. */
export const dependents = (crew: string) => ({
  path: `/v1/crews/${encodeURIComponent(crew)}/dependents`,
  noun: "家族情報",
  schema: dependentSchema,
  mayBeGone: true,
});

const ACCOUNTS = "ユーザー";

/** ユーザー, with their 権限. */
export const users: Resource<User> = {
  path: "/v1/users",
  noun: ACCOUNTS,
  schema: userSchema,
  query: IN_ORDER,
};

/** One ユーザー. */
export const user = (id: string): Resource<User> => ({
  path: `/v1/users/${encodeURIComponent(id)}`,
  noun: ACCOUNTS,
  schema: userSchema,
});

export const companies = {
  path: "/v1/companies",
  noun: "会社情報",
  schema: z.object({ id: z.string(), name: z.string(), corporate_number: text, owner_id: textOrNull }),
};

export const establishments = {
  path: "/v1/biz_establishments",
  noun: "事業所",
  schema: z.object({
    id: z.string(),
    name: z.string(),
    jurisdiction_tax: text,
    salary_payer_address: address,
  }),
};
export type BizEstablishment = z.infer<typeof establishments.schema>;

export const relations = {
  path: "/v1/dependent_relations",
  noun: "続柄",
  schema: z.object({
    id: z.string(),
    name: z.string(),
    preset_type: textOrNull,
    is_child: flag,
    position: z.number().nullish(),
  }),
};

export const departments = {
  path: "/v1/departments",
  noun: "部署",
  schema: z.object({ id: z.string(), name: z.string(), full_name: textOrNull }),
  query: IN_ORDER,
};

export const employmentTypes = {
  path: "/v1/employment_types",
  noun: "雇用形態",
  schema: z.object({ id: z.string(), name: z.string(), preset_type: textOrNull }),
};
