import { z } from "zod";

/** ［従業員への書類印刷依頼］: the documents that employees may be asked to print (reference/screens.md §4.2). */
export const PRINTED_LABELS = {
  this_year_dependants: "今年の給与所得者の扶養控除等（異動）申告書",
  next_year_dependants: "来年の給与所得者の扶養控除等（異動）申告書",
  insurance: "給与所得者の保険料控除申告書",
  basic_spouse_adjustment: "基・配・所",
} as const;
export type PrintedDocument = keyof typeof PRINTED_LABELS;
export const PRINTED_DOCUMENTS = Object.keys(PRINTED_LABELS) as PrintedDocument[];

/** ［証明書の画像添付］: the proofs of which employees may be asked for a picture. */
export const PROOF_LABELS = {
  insurance: "生命保険等の証明書",
  withholding_slip: "源泉徴収票",
  disability: "障害者手帳",
  working_student: "勤労学生の学生手帳",
  abroad: "配偶者や扶養家族が海外居住の場合の必要書類",
  housing_loan: "住宅ローン控除の必要書類",
} as const;
export type Proof = keyof typeof PROOF_LABELS;
export const PROOFS = Object.keys(PROOF_LABELS) as Proof[];

/** Whether a picture of a proof must be, may be or cannot be attached. */
export const PICTURE_LABELS = { required: "必須", optional: "任意", none: "不要" } as const;
export type PictureRule = keyof typeof PICTURE_LABELS;
export const PICTURE_RULES = Object.keys(PICTURE_LABELS) as PictureRule[];

/** Which of the radio buttons was chosen, or what its field says. */
const error = "選択されていません。いずれかを選択してください。";
const yesNo = z.boolean({ error });

/** ［書類・原本設定］ of a group. The defaults other than that of マイナンバー are ours: nothing is asked for. */
export const documentSettingsSchema = z.object({
  /** True: 要印刷, false: 印刷不要. */
  print: z.record(z.enum(PRINTED_DOCUMENTS), yesNo),
  /** 書類へのマイナンバー印字: printed where the number is known. */
  printMyNumber: yesNo,
  pictures: z.record(z.enum(PROOFS), z.enum(PICTURE_RULES, { error })),
  /** 保険料控除申告書の作成設定: an empty form also for those who declare no insurance. */
  makeInsurance: yesNo,
  /** 原本の提出方法: on the 台紙, which employees then get at the end of the questionnaire. */
  mountingSheet: yesNo,
});
export type DocumentSettings = z.infer<typeof documentSettingsSchema>;

export const DEFAULT_DOCUMENT_SETTINGS: DocumentSettings = {
  print: {
    this_year_dependants: false,
    next_year_dependants: false,
    insurance: false,
    basic_spouse_adjustment: false,
  },
  printMyNumber: true,
  pictures: {
    insurance: "optional",
    withholding_slip: "optional",
    disability: "optional",
    working_student: "optional",
    abroad: "optional",
    housing_loan: "optional",
  },
  makeInsurance: false,
  mountingSheet: false,
};
