import { z } from "zod";
import { issuerAddress, type IssuerRules } from "../domain/issuer_address.ts";
import {
  DEFAULT_LABEL,
  MAX_LABEL,
  type ProviderChoice,
  type ProviderSettings,
} from "../domain/sign_in_settings.ts";
import { textOf } from "./forms.ts";

/** Fields of the form of the identity provider. */
export type ProviderField = "issuer" | "client_id" | "secret" | "label";

/** The form as it was filled in, without the secret, and what is wrong with each field (原因。対処。). */
export interface ProviderForm {
  values: { issuer: string; client_id: string; label: string };
  errors: Partial<Record<ProviderField, string>>;
}

/** What stands in the form before anybody wrote into it. */
export function providerForm(provider: ProviderSettings | null): ProviderForm {
  const { issuer = "", clientId = "", label = DEFAULT_LABEL } = provider ?? {};
  return { values: { issuer, client_id: clientId, label }, errors: {} };
}

const ISSUER =
  "発行者が正しくありません。外部IDのサービスに表示されている、https://で始まるアドレスを入力してください。社内だけのアドレスは使えません。";
const CLIENT_ID =
  "クライアントIDが正しくありません。外部IDのサービスに登録したときの値を、そのまま入力してください。";
const SECRET =
  "クライアントシークレットが入力されていません。外部IDのサービスで発行したものを入力してください。";
const SECRET_AGAIN =
  "発行者かクライアントIDが変わるため、登録済みのクライアントシークレットは使えません。新しいものを入力してください。";
const SECRET_SHAPE =
  "クライアントシークレットに使えない文字が含まれています。発行されたものをそのまま貼り付けてください。";
const LABEL = `ボタンの表示が正しくありません。1文字以上${MAX_LABEL}文字以内で入力してください。`;

/** What a client may be called, and what its secret may be made of (RFC 6749 appendix A). */
const clientIdSchema = z.string().trim().regex(/^[\x20-\x7e]{1,300}$/, CLIENT_ID);
const secretSchema = z.string().trim().regex(/^[\x20-\x7e]{0,500}$/, SECRET_SHAPE);
const labelSchema = z.string().normalize("NFC").trim().regex(/^\P{Cc}+$/u, LABEL)
  .refine((label) => [...label].length <= MAX_LABEL, LABEL);

/**
 * Reads the form: what is wanted, or the form again with its errors. @param draft the secret that was entered before a
 * connection test; null: none
 */
export function readProviderForm(
  data: FormData,
  draft: string | null,
  stored: ProviderSettings | null,
  rules: IssuerRules,
): { choice: ProviderChoice } | { form: ProviderForm } {
  const values = {
    issuer: textOf(data, "issuer").trim(),
    client_id: textOf(data, "client_id").trim(),
    label: textOf(data, "label").trim(),
  };
  const issuer = issuerAddress(values.issuer, rules);
  const clientId = clientIdSchema.safeParse(values.client_id).data;
  const entered = secretSchema.safeParse(textOf(data, "secret"));
  const label = labelSchema.safeParse(values.label).data;
  const secret = entered.data || draft;
  const kept = stored !== null && stored.issuer === issuer && stored.clientId === clientId;
  const errors: ProviderForm["errors"] = {};
  if (issuer === null) errors.issuer = ISSUER;
  if (clientId === undefined) errors.client_id = CLIENT_ID;
  if (label === undefined) errors.label = LABEL;
  if (!entered.success) errors.secret = SECRET_SHAPE;
  else if (secret === null && !kept) errors.secret = stored ? SECRET_AGAIN : SECRET;
  if (issuer === null || clientId === undefined || label === undefined || errors.secret) {
    return { form: { values, errors } };
  }
  return { choice: { issuer, clientId, label, secret } };
}
