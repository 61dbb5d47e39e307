import type { Request } from "../../domain/request.ts";
import { cancelCorrections, CORRECTABLE } from "../../domain/request_acts/correcting.ts";
import { isRefused } from "../../domain/request_acts/acted.ts";
import { CorrectionForms } from "../../islands/CorrectionForms.tsx";
import { Card } from "../Card.tsx";
import { CorrectionList } from "./CorrectionList.tsx";

interface Props {
  request: Request;
  /** Address of the 依頼詳細. */
  home: string;
  returnTo: string;
}

/** 従業員への修正依頼: what is asked for, and the ways to ask and to cancel where they are open. */
export function CorrectionCard({ request, home, returnTo }: Props) {
  const mayAsk = CORRECTABLE.some((status) => status === request.status);
  const mayCancel = !isRefused(cancelCorrections(request));
  return (
    <Card title="従業員への修正依頼">
      {(mayAsk || mayCancel) && (
        <div class="mb-4">
          <CorrectionForms home={home} returnTo={returnTo} mayAsk={mayAsk} mayCancel={mayCancel} />
        </div>
      )}
      <CorrectionList corrections={request.corrections} />
      {!mayAsk && (
        <p class="mt-2 text-sm text-ink-soft">
          修正依頼ができるのは、依頼ステータスが「回答済み」「再回答」「修正依頼中」の間です。
        </p>
      )}
    </Card>
  );
}
