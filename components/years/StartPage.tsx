import { Button, LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { NotificationBar } from "../NotificationBar.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { japaneseYear } from "../year.ts";

interface Props {
  /** The year that is begun. */
  year: number;
  /** The year before, when one was worked on. */
  former: number | null;
  /** False: there is nothing to sync from yet. */
  connected: boolean;
}

/** What ［はじめる］ does, before it does it. */
export function StartPage({ year, former, connected }: Props) {
  return (
    <div class="max-w-[44rem] mx-auto">
      <PageTitle
        title={`${japaneseYear(year)}（${year}年）の年末調整をはじめる`}
        back={{ href: "/", label: "年末調整メニューに戻る" }}
      />
      <Card>
        {!connected && (
          <div class="mb-4">
            <NotificationBar tone="warning">
              基本機能との連携がまだ設定されていないため、同期はエラーになります。先に
              <a href="/settings/source">データ連携</a>で連携先を設定してください。
            </NotificationBar>
          </div>
        )}
        <p>はじめると、次の処理を受け付けます。どちらもあとからやり直せます。</p>
        <ul class="list-disc pl-6 my-2">
          <li>事業所情報の同期</li>
          <li>従業員情報の同期</li>
        </ul>
        <p class="mb-2">
          昨年の依頼が「確定」で社員番号が同じ従業員には、昨年の保険と住宅借入金の情報を、金額を除いて引き継ぎます。
        </p>
        {former !== null && (
          <p class="mb-2">
            {japaneseYear(
              former,
            )}（{former}年）の年末調整は「過去の年末調整」に移り、閲覧だけができるようになります。元に戻すことはできません。
          </p>
        )}
        <form method="post" action="/years/start" class="flex flex-wrap justify-end gap-2 mt-6">
          <input type="hidden" name="year" value={year} />
          <LinkButton href="/">キャンセル</LinkButton>
          <Button type="submit" look="main">はじめる</Button>
        </form>
      </Card>
    </div>
  );
}
