import { Card } from "../Card.tsx";
import { PageTitle } from "../PageTitle.tsx";

/** あなたの年末調整 of somebody who has no 依頼. `known`: the account has a 社員番号. */
export function NobodyAsked({ known }: { known: boolean }) {
  return (
    <div class="max-w-[48rem] mx-auto">
      <PageTitle title="あなたの年末調整" />
      <Card>
        <h2 class="text-xl mb-2">
          {known ? "今年の年末調整の依頼はありません" : "このアカウントには社員番号がありません"}
        </h2>
        <p>
          {known
            ? "会社から依頼が届くと、このページで回答できるようになります。"
            : "ご自身の年末調整に回答するには、社員番号が登録されたアカウントが必要です。管理者に連絡してください。"}
        </p>
      </Card>
    </div>
  );
}
