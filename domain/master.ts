import { z } from "zod";
import { addressSchema } from "./address.ts";

/** 会社情報, as documents print it. */
export const companySchema = z.object({
  name: z.string(),
  /** 代表者の氏名 and ヨミガナ; "" when the source does not say. */
  representative: z.string(),
  representativeKana: z.string(),
  /** 法人番号, 13 digits; "" when not registered. */
  corporateNumber: z.string(),
});
export type Company = z.infer<typeof companySchema>;

/** 事業所, as documents print it. */
export const establishmentSchema = z.object({
  sourceId: z.string(),
  /** 管理名: what an employee's 所属事業所 says. */
  name: z.string(),
  /** 所轄税務署; "" when not registered. */
  taxOffice: z.string(),
  /** 給与支払者の住所. */
  payerAddress: addressSchema.nullable(),
});
export type Establishment = z.infer<typeof establishmentSchema>;

/** A 続柄 that the questionnaire offers, in the source's order. */
export const relationEntrySchema = z.object({
  sourceId: z.string(),
  name: z.string(),
  preset: z.string().nullable(),
  isChild: z.boolean(),
});
export type RelationEntry = z.infer<typeof relationEntrySchema>;

/** 部署. `fullName` names the ones above it too, joined with "/" , and is what an employee's 部署 says. */
export interface Department {
  sourceId: string;
  name: string;
  fullName: string;
}

/** 雇用形態 with the source's preset behind it. */
export interface EmploymentType {
  sourceId: string;
  name: string;
  preset: string | null;
}

/** Which employees a role reaches (操作できる範囲); the condition as the source gives it, not understood here. */
export type SourceScope = { kind: "all" } | { kind: "own" } | { kind: "condition"; query: unknown };

/** 権限 of the source. */
export interface SourceRole {
  sourceId: string;
  name: string;
  /** `admin` for the source's own 管理者; null for a role that the company made. */
  preset: string | null;
  scope: SourceScope;
}

/** A person's account in the source: which role they hold now, and whose record is theirs. */
export interface SourceAccount {
  sourceId: string;
  email: string | null;
  roleId: string | null;
  /** 社員番号 of their own record; null: none. */
  employeeCode: string | null;
}

/** A 個人番号 that a source gives: never logged, listed or stored in the clear. */
export interface SourceMyNumber {
  /** Null: the employee's own. */
  relative: { relation: string; lastName: string; firstName: string } | null;
  /** Twelve digits. */
  number: string;
}
