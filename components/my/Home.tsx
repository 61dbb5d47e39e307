import type { Exclusion, RequestStatus } from "../../domain/request.ts";
import { Card } from "../Card.tsx";
import { MY_SCREENS } from "../help/my_screens.ts";
import { NotificationBar } from "../NotificationBar.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { RequestStatusLabel } from "../requests/RequestLabels.tsx";
import { Handing } from "./Handing.tsx";
import { NextStep } from "./NextStep.tsx";
import { type PageLine } from "./PageNav.tsx";
import { HEADINGS } from "./states.ts";

export interface HomeProps {
  status: RequestStatus;
  exclusion: Exclusion | null;
  restarted: boolean;
  /** 管理者からのお知らせ; "" for none. */
  notice: string;
  /** 受付終了日, YYYY-MM-DD. */
  closesOn: string | null;
  /** What is said since the group closed; null: it has not. */
  closedMessage: string | null;
  canAnswer: boolean;
  /** The pages to answer. */
  pages: PageLine[];
  /** The first page with something left to do; null: nothing is left. */
  next: string | null;
  /** What was sent back, oldest first. */
  corrections: { title: string; parts: string; comment: string; at: number }[];
  /** 修正項目 of all of them. */
  parts: string;
  /** The documents that were made. `print`: null where nobody is asked to print it. */
  documents: { label: string; href: string; print: boolean | null }[];
  /** 原本名 to hand in. */
  originals: string[];
  /** There is a 台紙 for some of them. */
  mountingSheet: boolean;
}

/** あなたの年末調整: where the own 依頼 stands, and what to do next. */
export function Home(props: HomeProps) {
  const { status, notice, closesOn, closedMessage, canAnswer } = props;
  return (
    <div class="max-w-[48rem] mx-auto">
      <PageTitle
        title="あなたの年末調整"
        label={<RequestStatusLabel status={status} />}
        help={MY_SCREENS.my}
      />
      {notice !== "" && (
        <Card title="お知らせ">
          <p class="whitespace-pre-line [overflow-wrap:anywhere]">{notice}</p>
        </Card>
      )}
      <Card>
        <h2 class="text-xl mb-2">{heading(props)}</h2>
        {closedMessage !== null && !canAnswer && status !== "confirmed" && status !== "not_requested" && (
          <div class="mb-4 last:mb-0">
            <NotificationBar tone="warning" live={false}>
              <p class="whitespace-pre-line">{closedMessage}</p>
            </NotificationBar>
          </div>
        )}
        {canAnswer && closesOn !== null && (
          <p class="mb-4">
            受付終了日：<strong>{closesOn.replaceAll("-", "/")}</strong>（午前8時まで）
          </p>
        )}
        <NextStep {...props} />
      </Card>
      <Handing {...props} />
    </div>
  );
}

function heading({ status, restarted, exclusion, canAnswer }: HomeProps): string {
  if (status === "correcting" && restarted) return "アンケートをもう一度回答しています";
  if (status === "confirmed" && exclusion !== null) return "今年の年末調整の対象外になりました";
  if ((status === "requested" || status === "answering") && !canAnswer) return HEADINGS.expired;
  return HEADINGS[status];
}
