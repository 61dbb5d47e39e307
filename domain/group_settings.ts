import { z } from "zod";
import { DEFAULT_DOCUMENT_SETTINGS, documentSettingsSchema } from "./document_settings.ts";
import {
  DEFAULT_MAILS,
  EDITABLE_MAILS,
  type EditableMail,
  type MailTemplate,
  mailTemplateSchema,
} from "./mail_template.ts";
import { reminderSchema } from "./reminder.ts";
import { writtenText } from "./text.ts";

/** The longest 管理者からのお知らせ, in characters. No source has a limit; one value of KV has (65,536 bytes). */
export const MAX_NOTICE = 5_000;

/** 依頼グループ設定 of one group, but for hints (domain/hint.ts) and the deadline (domain/group.ts). */
export const groupSettingsSchema = documentSettingsSchema.extend({
  v: z.literal(1),
  /** 管理者からのお知らせ: plain text, no links; "" for none. */
  notice: writtenText({ max: MAX_NOTICE, optional: true }),
  /** メールフォーマット; null: 初期の文面. */
  mails: z.record(z.enum(EDITABLE_MAILS), mailTemplateSchema.nullable()),
  /** 再通知; null: nobody is told again by themselves. */
  reminder: reminderSchema.nullable(),
});
export type GroupSettings = z.infer<typeof groupSettingsSchema>;

/** The settings of a group for which nobody ever saved any. */
export const DEFAULT_GROUP_SETTINGS: GroupSettings = {
  v: 1,
  ...DEFAULT_DOCUMENT_SETTINGS,
  notice: "",
  mails: { requested: null, confirmed: null, reminded: null, expired: null },
  reminder: null,
};

/** The words of a group's mail: its own, or the product's. */
export function templateOf({ mails }: Pick<GroupSettings, "mails">, kind: EditableMail): MailTemplate {
  return mails[kind] ?? DEFAULT_MAILS[kind];
}
