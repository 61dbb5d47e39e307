import { z } from "zod";
import { EVERYONE, ROLES } from "../domain/permission.ts";
import type { NewUser } from "../domain/user.ts";
import { textOf } from "./forms.ts";

/** The invitation form as it was filled in, and what is wrong with each field (原因。対処。). */
export interface InviteForm {
  values: { name: string; email: string; code: string; role: string };
  errors: { name?: string; email?: string; code?: string; role?: string };
}

/** An empty invitation form. */
export const EMPTY_INVITE: InviteForm = {
  values: { name: "", email: "", code: "", role: "none" },
  errors: {},
};

const EMAIL_ERROR =
  "メールアドレスの形式が正しくありません。例のように入力してください（例：hanako@example.co.jp）。";
const ROLE_ERROR = "権限が選ばれていません。一覧から選んでください。";

const inviteSchema = z.object({
  name: z.string().trim()
    .min(1, "氏名が入力されていません。氏名を入力してください。")
    .max(100, "氏名が長すぎます。100文字以内で入力してください。"),
  email: z.string().normalize("NFKC").trim().toLowerCase().max(254, EMAIL_ERROR)
    .refine((email) => email === "" || z.email().safeParse(email).success, EMAIL_ERROR),
  code: z.string().normalize("NFKC").trim()
    .max(50, "社員番号が長すぎます。50文字以内で入力してください。")
    .refine((code) => !code.includes("@"), "社員番号に@は使えません。社員番号を確認してください。"),
  role: z.enum(ROLES, ROLE_ERROR),
}).refine(({ email, code }) => email !== "" || code !== "", {
  path: ["email"],
  message: "サインインに使うものがありません。メールアドレスか社員番号を入力してください。",
});

/** Reads the invitation form: the account to make, or the form again with its errors. */
export function readInvite(data: FormData): { user: NewUser } | { form: InviteForm } {
  const values = {
    name: textOf(data, "name"),
    email: textOf(data, "email"),
    code: textOf(data, "code"),
    role: textOf(data, "role"),
  };
  const { success, data: fields, error } = inviteSchema.safeParse(values);
  if (!success) return { form: { values, errors: firstErrors(error) } };
  const { name, email, code, role } = fields;
  return { user: { name, email: email || null, employeeCode: code || null, role, range: EVERYONE } };
}

function firstErrors(error: z.ZodError): InviteForm["errors"] {
  const errors: Record<string, string> = {};
  for (const { path: [field], message } of error.issues) errors[String(field)] ??= message;
  return errors;
}
