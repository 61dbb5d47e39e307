import { Card } from "../Card.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { japaneseYear } from "../year.ts";

/** 過去の年末調整: the years before this one, newest first. */
export function YearsPage({ years }: { years: readonly number[] }) {
  return (
    <>
      <PageTitle
        title="過去の年末調整"
        lead="以前の年の依頼を閲覧できます。変更はできません。"
        back={{ href: "/", label: "年末調整メニューに戻る" }}
      />
      <Card>
        {years.length === 0
          ? <EmptyState title="過去の年末調整はありません。">年が替わると、ここに表示されます。</EmptyState>
          : (
            <ul class="grid gap-2">
              {years.map((year) => (
                <li key={year}>
                  <a href={`/years/${year}`} class="inline-flex items-center min-h-[1.75rem]">
                    {japaneseYear(year)}（{year}年）の年末調整
                  </a>
                </li>
              ))}
            </ul>
          )}
      </Card>
    </>
  );
}
