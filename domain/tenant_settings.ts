import { z } from "zod";

/** ［通知設定］ (reference/screens.md §2): who is told by mail of what. */
export const NOTIFICATIONS = ["answered", "reanswered", "confirmed"] as const;
export type Notification = typeof NOTIFICATIONS[number];

/**
 * ［住所の印字設定］: which address stands on the 扶養控除等申告書 and the 基・配・所, this year's form and next year's
 * (reference/downloads.md §4). The other forms do not follow it (reference/form-fields.md §2).
 */
export const PRINTED_ADDRESS_LABELS = {
  registered: "今年の書類：今年12月末時点の住民票住所 ／ 来年の書類：来年1月1日時点の住民票住所",
  current: "今年の書類：今年12月末時点の現住所 ／ 来年の書類：来年1月1日時点の現住所",
  registered_january: "今年の書類・来年の書類とも：来年1月1日時点の住民票住所",
  current_january: "今年の書類・来年の書類とも：来年1月1日時点の現住所",
} as const;
export type PrintedAddress = keyof typeof PRINTED_ADDRESS_LABELS;
export const PRINTED_ADDRESSES = Object.keys(PRINTED_ADDRESS_LABELS) as PrintedAddress[];

/** Which of the radio buttons was chosen, or what its field says. */
const error = "選択されていません。いずれかを選択してください。";

/** Settings of a company that hold for all its groups and years. */
export const tenantSettingsSchema = z.object({
  v: z.literal(1),
  notify: z.object({
    /** To the 担当者: a request was answered. */
    answered: z.boolean({ error }),
    /** To the 担当者: everything sent back was corrected. */
    reanswered: z.boolean({ error }),
    /** To the employee: the request is 確定. */
    confirmed: z.boolean({ error }),
  }),
  address: z.enum(PRINTED_ADDRESSES, { error }),
});
export type TenantSettings = z.infer<typeof tenantSettingsSchema>;

/** The settings of a company that never saved any: everybody is told (reference/screens.md §2). */
export const DEFAULT_TENANT_SETTINGS: TenantSettings = {
  v: 1,
  notify: { answered: true, reanswered: true, confirmed: true },
  address: "registered",
};
