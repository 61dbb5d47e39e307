import type { Permission } from "./permission.ts";

/** What a line of the matrix asks for; null: of nobody, everyone who is asked answers for themselves. */
export interface MatrixLine {
  functions: readonly string[];
  needs: Permission | null;
}

/** Which function needs which 機能操作範囲 (reference/imports.md §2.2), in groups of what people do with it. */
export const PERMISSION_MATRIX: readonly { title: string; lines: readonly MatrixLine[] }[] = [
  {
    title: "年末調整全体の設定",
    lines: [
      {
        functions: [
          "年末調整の作成",
          "権限・アカウント・通知・住所の印字・データ連携の設定",
          "事業所情報の同期",
          "過去の年末調整と監査ログの閲覧",
        ],
        needs: "admin",
      },
    ],
  },
  {
    title: "対象従業員",
    lines: [
      {
        functions: [
          "対象従業員設定の表示",
          "従業員情報の同期",
          "対象従業員の削除",
          "従業員一覧のダウンロード",
          "昨年の保険料・団体保険料・企業型確定拠出年金の取り込みと削除",
        ],
        needs: "admin",
      },
      {
        functions: [
          "依頼グループの作成・名称の変更・削除",
          "依頼グループのインポート",
          "従業員の依頼グループへの追加・変更",
        ],
        needs: "admin",
      },
    ],
  },
  {
    title: "依頼グループの設定",
    lines: [
      {
        functions: ["メールの文面", "ヒントメッセージ", "再通知・締切", "お知らせ", "印字・台紙"],
        needs: "data",
      },
      { functions: ["マイナンバーの同期・取り込み", "書類へのマイナンバーの表示"], needs: "admin" },
    ],
  },
  {
    title: "依頼と確認",
    lines: [
      {
        functions: [
          "依頼一覧・依頼詳細・履歴の閲覧",
          "依頼・再通知・対象外の設定",
          "書類と前職情報の確認・差し戻し",
          "収集情報の編集・修正依頼",
          "台紙のダウンロード",
          "メモ",
        ],
        needs: "review",
      },
      { functions: ["依頼の確定", "確定の取り消し"], needs: "confirm" },
      { functions: ["依頼を未依頼に戻す"], needs: "admin" },
    ],
  },
  {
    title: "データのダウンロード",
    lines: [
      { functions: ["バックグラウンド処理の一覧・詳細・ダウンロード"], needs: "data" },
      {
        functions: ["依頼グループごとのダウンロード（依頼状況、収集情報、差分リスト、原本一覧、書類など）"],
        needs: "data",
      },
      { functions: ["すべての依頼グループの一括ダウンロード"], needs: "admin" },
    ],
  },
  {
    title: "従業員として",
    lines: [{ functions: ["自分のアンケートへの回答・提出"], needs: null }],
  },
];
