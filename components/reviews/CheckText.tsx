import { type ReviewRow } from "./review_row.ts";

/** What ［チェック済みにする］ is about to do, with the fields that name the rows. */
export function CheckText(
  { rows }: { rows: readonly Pick<ReviewRow, "id" | "name" | "code" | "checkable">[] },
) {
  const [able, left] = [rows.filter((row) => row.checkable), rows.filter((row) => !row.checkable)];
  return (
    <>
      <p class="mb-2 font-bold">
        {able.length > 0
          ? `${able.length}件をチェック済みにします。`
          : "チェック済みにできるものはありません。"}
      </p>
      {able.length > 0 && <Rows label="チェック済みにするもの" rows={able} />}
      {left.length > 0 && (
        <>
          <p class="mb-2">
            次の{left
              .length}件は変わりません。チェック済みにできるのは、確認状況が「チェック待ち」「ダブルチェック待ち」で、依頼が「未依頼」「回答済み」「再回答」「修正依頼中」のものだけです。
          </p>
          <Rows label="変わらないもの" rows={left} />
        </>
      )}
      {rows.map(({ id }) => <input key={id} type="hidden" name="rows" value={id} />)}
    </>
  );
}

function Rows({ label, rows }: { label: string; rows: readonly Pick<ReviewRow, "id" | "name" | "code">[] }) {
  return (
    <ul
      tabIndex={0}
      aria-label={label}
      class="mb-4 pl-6 list-disc max-h-[10rem] overflow-y-auto [overflow-wrap:anywhere]"
    >
      {rows.map(({ id, name, code }) => <li key={id}>{name}（{code}）</li>)}
    </ul>
  );
}
