import { z } from "zod";
import { apiAddress } from "../domain/source_address.ts";
import {
  SOURCE_KINDS,
  type SourceChoice,
  type SourceLimits,
  type SourceSettings,
} from "../domain/source_settings.ts";
import { textOf } from "./forms.ts";

/** The form of データ連携 as it was filled in, and what is wrong with each field (原因。対処。). */
export interface SourceForm {
  values: { kind: string; address: string };
  errors: { kind?: string; address?: string; token?: string };
}

/** What stands in the form before anybody wrote into it. */
export function formOf({ kind, baseUrl }: SourceSettings): SourceForm {
  return { values: { kind, address: baseUrl ?? "" }, errors: {} };
}

const KIND = "連携先が選ばれていません。一覧から選んでください。";
const ADDRESS =
  "アクセス先が正しくありません。SmartHRのサブドメイン（例：kaisha）か、https://で始まるアドレスを入力してください。";
const TOKEN = "アクセストークンが入力されていません。SmartHRで発行したアクセストークンを入力してください。";
const TOKEN_AGAIN =
  "アクセス先が変わるため、登録済みのアクセストークンは使えません。アクセストークンを入力してください。";
const TOKEN_SHAPE =
  "アクセストークンに使えない文字が含まれています。発行されたアクセストークンをそのまま貼り付けてください。";

/** What an Authorization header can carry (RFC 6750 b64token, with room for what vendors add). */
const tokenSchema = z.string().trim().max(1_000, TOKEN_SHAPE).regex(/^[\x21-\x7e]*$/, TOKEN_SHAPE);

/**
 * Reads the form: what is wanted, or the form again with its errors. @param draft the token that was entered before a
 * connection test; null: none
 */
export function readSource(
  data: FormData,
  draft: string | null,
  settings: SourceSettings,
  limits: SourceLimits,
): { choice: SourceChoice } | { form: SourceForm } {
  const values = { kind: textOf(data, "kind"), address: textOf(data, "address").trim() };
  const kind = z.enum(SOURCE_KINDS).safeParse(values.kind).data;
  if (!kind || (kind === "sample" && limits.sampleEmployees === null)) {
    return { form: { values, errors: { kind: KIND } } };
  }
  if (kind !== "smarthr") return { choice: { kind } };
  const baseUrl = apiAddress(values.address, limits.smarthr);
  const entered = tokenSchema.safeParse(textOf(data, "token"));
  const token = entered.data || draft;
  const kept = settings.hasToken && settings.baseUrl === baseUrl;
  const errors: SourceForm["errors"] = {};
  if (baseUrl === null) errors.address = ADDRESS;
  if (!entered.success) errors.token = TOKEN_SHAPE;
  else if (token === null && !kept && baseUrl !== null) {
    errors.token = settings.hasToken ? TOKEN_AGAIN : TOKEN;
  }
  if (baseUrl === null || errors.token) return { form: { values, errors } };
  return { choice: { kind, baseUrl, token } };
}
