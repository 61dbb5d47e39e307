/** The three views of one group (依頼一覧, 書類一覧, 前職情報一覧), which share 依頼グループ設定▼ and 情報一括ダウンロード▼. */
export const GROUP_SCREENS = ["requests", "documents", "previous_jobs"] as const;
