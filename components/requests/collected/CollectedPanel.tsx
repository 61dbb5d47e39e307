import type { Texts } from "../../../domain/answering/fields/fields.ts";
import type { View } from "../../../domain/answering/fields/view.ts";
import type { Row } from "../../../domain/answering/item_list.ts";
import type { FigureGroup } from "../../../domain/declaration/part_figures.ts";
import type { Picture } from "../../../domain/declaration/picture.ts";
import type { HousingLoan } from "../../../domain/housing_loan.ts";
import type { Insurance } from "../../../domain/insurance.ts";
import { COLLECTED_LABELS, COLLECTED_PARTS, type CollectedPart } from "../../../domain/request.ts";
import { LinkButton } from "../../Button.tsx";
import { Card } from "../../Card.tsx";
import { HousingLoanCard } from "../../insurance/HousingLoanCard.tsx";
import { InsuranceSection } from "../../insurance/InsuranceSection.tsx";
import { ListSummary, Said } from "../../my/Summary.tsx";
import { Tabs } from "../../Tabs.tsx";
import { PAGES_OF } from "../addresses.ts";
import { ANSWERS_TITLE } from "../texts.ts";
import { FigureList } from "./FigureList.tsx";
import { PictureList } from "./PictureList.tsx";

/** A part of 収集情報, to be read. */
export interface PartView {
  part: CollectedPart;
  /** It may be edited now. */
  editable: boolean;
  sections: { id: string; title: string; views: readonly View[]; texts: Texts }[];
  lists: { label: string; rows: Row[] }[];
  insurance: Insurance;
  /** What last year left of a housing loan that is not claimed (yet). */
  lastLoan: HousingLoan | null;
  figures: FigureGroup[];
  pictures: Picture[];
}

interface Props {
  /** Address of the 依頼詳細. */
  home: string;
  view: PartView;
  /** ［アンケート回答履歴を見る］ is shown. */
  answered: boolean;
}

/** ［収集情報］: one tab of everything that is collected, with what it comes to (reference/screens.md §4.6). */
export function CollectedPanel({ home, view, answered }: Props) {
  const { part, editable } = view;
  const label = COLLECTED_LABELS[part];
  const tabs = COLLECTED_PARTS.map((one) => ({
    href: `${PAGES_OF.tab(home, one)}#collected`,
    label: COLLECTED_LABELS[one],
    current: one === part,
  }));
  return (
    <section id="collected" aria-labelledby="collected-title">
      <div class="flex flex-wrap items-center justify-between gap-2 mb-3">
        <h2 id="collected-title" class="text-lg">収集情報</h2>
        {answered && <LinkButton look="quiet" href={PAGES_OF.answers(home)}>{ANSWERS_TITLE}を見る
        </LinkButton>}
      </div>
      <Tabs label="収集情報" tabs={tabs} />
      <div class="mb-4">
        {editable
          ? <LinkButton href={PAGES_OF.edit(home, part)} aria-label={`${label}を編集`}>編集</LinkButton>
          : (
            <p class="text-sm text-ink-soft">
              依頼ステータスが「依頼中」「入力中」「修正依頼中」「確定」の間は、編集できません。
            </p>
          )}
      </div>
      <PartContent home={home} view={view} />
    </section>
  );
}

function PartContent({ home, view }: Pick<Props, "home" | "view">) {
  const { part, sections, lists, insurance, lastLoan, figures, pictures } = view;
  const isInsurance = part === "insurance";
  // Its contracts and 企業型確定拠出年金 have a table of their own.
  const shown = isInsurance ? sections.filter(({ id }) => id !== "dc") : sections;
  return (
    <>
      {shown.length > 0 && (
        <Card>
          {shown.map(({ id, title, views, texts }) => (
            <section key={id} class="mt-6 first:mt-0">
              <h3 class="font-bold mb-1">{title}</h3>
              <Said views={views} texts={texts} nothing="未入力" />
            </section>
          ))}
        </Card>
      )}
      {!isInsurance && lists.length > 0 && (
        <Card>
          {lists.map(({ label, rows }) => <ListSummary key={label} label={label} rows={rows} />)}
        </Card>
      )}
      {isInsurance && <InsuranceSection insurance={insurance} dcAction={null} />}
      {part === "housing_loan" && lastLoan && <HousingLoanCard loan={lastLoan} />}
      <FigureList groups={figures} />
      <PictureList home={home} pictures={pictures} />
    </>
  );
}
