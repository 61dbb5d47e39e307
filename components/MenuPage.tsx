import { allows } from "../domain/permission.ts";
import type { SeasonState } from "../domain/season.ts";
import type { User } from "../domain/user.ts";
import { OperationDialog } from "../islands/OperationDialog.tsx";
import type { MenuItem } from "../jobs/service.ts";
import { LinkButton } from "./Button.tsx";
import { Card } from "./Card.tsx";
import { GUIDE } from "./help/guide_address.ts";
import { PEOPLE_SCREENS } from "./help/people_screens.ts";
import { MY } from "./my/addresses.ts";
import { navigation } from "./navigation.ts";
import { PageTitle } from "./PageTitle.tsx";
import { japaneseYear } from "./year.ts";

interface Props {
  user: User;
  /** The year that is worked on, 西暦. */
  year: number;
  /** How far this year's adjustment is. */
  season: SeasonState;
  /** The year that ［はじめる］ would begin; null: none. */
  start: number | null;
  /** Operations that are started from here. */
  items: readonly MenuItem[];
}

const LEADS: Record<string, string> = {
  "/groups": "依頼グループごとに、従業員への依頼と回答の状況を確認します。",
  "/employees": "年末調整の対象にする従業員と、その依頼グループを決めます。",
  "/background-jobs": "一括操作の進み具合と結果を確認し、作成されたファイルをダウンロードします。",
  "/settings/accounts":
    "アカウント・通知・住所の印字・権限・データ連携を設定し、マイナンバーの利用の記録と監査ログを確認します。",
  [GUIDE]: "年末調整の進め方、ファイルの決まり、困ったときの対処を確認します。",
  "/years": "以前の年の依頼を閲覧します。",
};

/** 年末調整メニュー: this year's adjustment, the screens this person may open, the operations started from here. */
export function MenuPage({ user, year, season, start, items }: Props) {
  const links = [
    ...navigation(user.role, "/").filter(({ href }) => href !== "/"),
    ...allows(user.role, "admin") ? [{ href: "/years", label: "過去の年末調整" }] : [],
  ];
  return (
    <>
      <PageTitle title="年末調整メニュー" help={allows(user.role, "admin") ? PEOPLE_SCREENS.menu : undefined}>
        {items.map((item) => <OperationDialog key={item.kind} item={item} group={null} returnTo="/" />)}
        {user.employeeCode !== null && <LinkButton href={MY}>あなたの年末調整</LinkButton>}
        <LinkButton href="/account/refresh">アカウント情報再取得</LinkButton>
      </PageTitle>
      <ThisYear user={user} year={year} season={season} start={start} />
      {links.length > 0 && (
        <ul class="grid gap-4 mt-6 wide:grid-cols-2">
          {links.map(({ href, label }) => (
            <li key={href} class="relative bg-surface rounded-card shadow-card p-6 hover:shadow-float">
              <h2 class="text-lg">
                <a href={href} class="whole-card">{label}</a>
              </h2>
              <p class="mt-1 text-ink-soft">{LEADS[href]}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function ThisYear({ user, year, season, start }: Pick<Props, "user" | "year" | "season" | "start">) {
  return (
    <Card>
      <h2 class="text-xl">{japaneseYear(year)}（{year}年）の年末調整</h2>
      {allows(user.role, "review")
        ? (
          <div class="flex flex-wrap gap-2 mt-4">
            <NextStep admin={allows(user.role, "admin")} season={season} />
          </div>
        )
        : (
          <p class="mt-2">
            このアカウントには、年末調整の管理画面を操作する権限がありません。必要な場合は管理者に連絡してください。
          </p>
        )}
      {allows(user.role, "admin") && start !== null && start !== year && (
        <p class="mt-4">
          <a href="/years/start">{japaneseYear(start)}（{start}年）の年末調整をはじめる</a>
        </p>
      )}
    </Card>
  );
}

/** はじめる, 設定を続ける or 管理画面へ (reference/screens.md §2): the 管理者 sets a year up. */
function NextStep({ admin, season }: { admin: boolean; season: SeasonState }) {
  if (!admin || season === "open") return <LinkButton look="main" href="/groups">管理画面へ</LinkButton>;
  return season === "not_started"
    ? <LinkButton look="main" href="/years/start">はじめる</LinkButton>
    : <LinkButton look="main" href="/employees">設定を続ける</LinkButton>;
}
