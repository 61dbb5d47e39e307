/** What most files begin with. */
export const EMPLOYEE_HEADERS = [
  "依頼グループ",
  "依頼ステータス",
  "対象外理由",
  "社員番号",
  "姓",
  "名",
  "姓（ヨミガナ）",
  "名（ヨミガナ）",
  "生年月日",
] as const;
