import type { Help } from "./help.ts";

/** What employees read: no guide stands behind it. */
export const MY_SCREENS = {
  my: {
    points: [
      {
        title: "この画面でできること",
        text:
          "年末調整のアンケートに回答して提出します。提出したあとも、この画面で状況と書類を確認できます。",
      },
      {
        title: "途中でやめるとき",
        text:
          "入力した内容は、画面ごとに［保存して次へ進む］を選ぶと保存されます。別の日に続きから始められます。",
      },
      {
        title: "このあと",
        text:
          "会社の担当者が内容を確認します。直すところがあるとメールが届き、この画面に理由が表示されます。直して、もう一度提出してください。",
      },
    ],
  },
} satisfies Record<string, Help>;
