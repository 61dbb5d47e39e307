import type { Picture } from "../../domain/declaration/picture.ts";
import type { Part } from "../../domain/forms/mod.ts";
import type { CollectedPart, Correction, RequestStatus, Review, Reviewed } from "../../domain/request.ts";
import { viewOf } from "../../domain/reviews.ts";
import { ReviewActs } from "../../islands/ReviewActs.tsx";
import { LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { DefinitionList } from "../DefinitionList.tsx";
import { REQUEST_SCREENS } from "../help/request_screens.ts";
import { NotificationBar } from "../NotificationBar.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { type Problem, ProblemMessage } from "../ProblemMessage.tsx";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { CorrectionList } from "../requests/CorrectionList.tsx";
import { RequestStatusLabel, ReviewLabel } from "../requests/RequestLabels.tsx";
import { FormBoxes } from "./FormBoxes.tsx";
import { ProofPictures } from "./ProofPictures.tsx";
import type { ReviewAction } from "./review_actions.ts";
import { REVIEW_TEXTS } from "./texts.ts";
import { WalkNav, type WalkPlace } from "./WalkNav.tsx";

export interface ReviewPageProps {
  of: Reviewed;
  /** The form with its year, or 前職情報. */
  title: string;
  person: { name: string; code: string; department: string };
  /** Address of the 依頼詳細. */
  home: string;
  /** Address of the list that it was opened from. */
  list: string;
  /** Address of this page, and of the page of ［差し戻す］. */
  action: string;
  returnPage: string;
  status: RequestStatus;
  review: Review;
  parts: Part[];
  pictures: Picture[];
  /** What was sent back of it and is not corrected yet. */
  corrections: Correction[];
  actions: ReviewAction[];
  mayReturn: boolean;
  /** 修正項目 that are ticked beforehand. */
  ticked: CollectedPart[];
  /** Address of the document as it is printed; null: 前職情報. */
  pdf: string | null;
  /** ［収集情報を直接編集］; null: the 依頼 does not allow it. */
  edit: string | null;
  /** While ticked rows are looked at one after the other. */
  walk: WalkPlace | null;
  stays: boolean;
  problem: Problem | null;
}

/** ［書類をチェック］ or ［前職情報をチェック］: the boxes of the form, and what can be done with it beside them. */
export function ReviewPage(props: ReviewPageProps) {
  const { of, title, person, list, parts, pictures, home, walk, problem, review } = props;
  const view = viewOf(of);
  return (
    <>
      <PageTitle
        back={{ href: list, label: "一覧に戻る" }}
        title={REVIEW_TEXTS[view].title}
        label={<ReviewLabel review={review} />}
        help={REQUEST_SCREENS.review}
        lead={
          <>
            <span class="block font-bold text-ink [overflow-wrap:anywhere]">{title}</span>
            <span class="block [overflow-wrap:anywhere]">{person.name}（{person.code}）</span>
            <a href="#review" class="inline-block mt-2 wide:hidden">確認の操作へ移動</a>
          </>
        }
      >
        {walk && <WalkNav view={view} place={walk} />}
      </PageTitle>
      {problem && (
        <div class="mb-6">
          <NotificationBar tone="error">
            <ProblemMessage {...problem} />
          </NotificationBar>
        </div>
      )}
      <div class="grid gap-8 wide:grid-cols-[minmax(0,1fr)_20rem]">
        <div class="min-w-0">
          <FormBoxes parts={parts} />
          <ProofPictures home={home} pictures={pictures} />
        </div>
        <Side {...props} />
      </div>
    </>
  );
}

function Side(props: ReviewPageProps) {
  const { of, action, actions, mayReturn, returnPage, ticked, review, walk, stays, corrections } = props;
  const nothing = actions.length === 0 && !mayReturn;
  const texts = REVIEW_TEXTS[viewOf(of)];
  return (
    <aside id="review" aria-label="確認" class="min-w-0 wide:sticky wide:top-4 wide:self-start">
      <Card title="確認">
        {nothing && <p class="mb-4">{CLOSED}</p>}
        <ReviewActs
          action={action}
          actions={actions}
          seen={review.status}
          returning={mayReturn ? { href: returnPage, title: texts.returnTitle, parts: ticked } : null}
          advance={walk && !nothing ? { label: texts.advance, on: !stays } : null}
        />
        <div class="mt-6">
          <DefinitionList items={factsOf(props)} />
        </div>
        <Links {...props} />
      </Card>
      {corrections.length > 0 && (
        <Card title="差し戻し">
          <CorrectionList corrections={corrections} />
        </Card>
      )}
    </aside>
  );
}

const CLOSED = "依頼が「依頼中」「入力中」「確定」「回答期限切れ」の間は、確認状況を変更できません。";

function Links({ home, pdf, edit }: ReviewPageProps) {
  return (
    <div class="flex flex-wrap gap-2 mt-4">
      {pdf && (
        <>
          <LinkButton href={pdf}>PDFで表示</LinkButton>
          <LinkButton href={pdf} download>書類をダウンロード</LinkButton>
        </>
      )}
      {edit && <LinkButton href={edit}>収集情報を直接編集</LinkButton>}
      <span class="-ml-4">
        <LinkButton look="quiet" href={home}>依頼詳細を開く</LinkButton>
      </span>
    </div>
  );
}

function factsOf({ status, review, person }: ReviewPageProps) {
  const times = [
    { term: "作成日時", at: review.createdAt },
    { term: "更新日時", at: review.updatedAt },
    { term: "差戻し日時", at: review.returnedAt },
    { term: "ダブルチェック待ち日時", at: review.doubleWaitingAt },
    { term: "確認日時", at: review.checkedAt },
  ];
  return [
    { term: "依頼状況", value: <RequestStatusLabel status={status} /> },
    { term: "対象者の部署", value: person.department || "-" },
    ...times.flatMap(({ term, at }) => at === null ? [] : [{ term, value: <AbsoluteTime at={at} /> }]),
  ];
}
