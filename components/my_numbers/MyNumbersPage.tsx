import { COUNT_LIMIT, type NumberUseLine } from "../../domain/my_number_use.ts";
import { Card } from "../Card.tsx";
import { DefinitionList } from "../DefinitionList.tsx";
import { SETTINGS_SCREENS } from "../help/settings_screens.ts";
import { PageTitle } from "../PageTitle.tsx";
import { Pagination } from "../Pagination.tsx";
import { SettingsTabs } from "../SettingsTabs.tsx";
import { japaneseYear } from "../year.ts";
import { UseTable } from "./UseTable.tsx";

export const MY_NUMBERS_ADDRESS = "/settings/my-numbers";

interface Props {
  year: number;
  held: { imported: number; year: number };
  uses: readonly NumberUseLine[];
  pages: { previous: string | null; next: string | null };
}

/** 設定 › マイナンバー: how many numbers are held, and who used them when. Never a number itself. */
export function MyNumbersPage({ year, held, uses, pages }: Props) {
  return (
    <>
      <PageTitle
        title="マイナンバー"
        lead="保管しているマイナンバーの件数と、利用の記録です。番号は画面に表示されません。記録は削除できません。"
        help={SETTINGS_SCREENS.my_numbers}
      />
      <SettingsTabs current={MY_NUMBERS_ADDRESS} />
      <Card title="保管しているマイナンバー">
        <DefinitionList
          items={[
            { term: `${japaneseYear(year)}の年末調整に同期済み`, value: people(held.year) },
            { term: "CSVから取り込み済み（同期の元になる番号）", value: people(held.imported) },
          ]}
        />
      </Card>
      <Card title="利用の記録" flush>
        <UseTable uses={uses} />
      </Card>
      <Pagination {...pages} />
    </>
  );
}

function people(count: number): string {
  return `${count.toLocaleString("ja-JP")}名分${count >= COUNT_LIMIT ? "以上" : ""}`;
}
