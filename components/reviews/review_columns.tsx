import type { ReviewView } from "../../domain/reviews.ts";
import { LinkButton } from "../Button.tsx";
import { cls } from "../cls.ts";
import { Label } from "../StatusLabel.tsx";
import { type Column, WRITTEN, WRITTEN_LONGER } from "../Table.tsx";
import type { ReviewRow } from "./review_row.ts";
import { REVIEW_TONES } from "./review_tones.ts";
import { REVIEW_TEXTS } from "./texts.ts";

/** The columns of a view without the tick boxes (reference/screens.md §4.4, §4.5). */
export function reviewColumns(view: ReviewView): Column<ReviewRow>[] {
  const texts = REVIEW_TEXTS[view];
  return [
    {
      key: "status",
      label: "確認状況",
      bare: true,
      render: ({ status, statusLabel }) => <Label tone={REVIEW_TONES[status]}>{statusLabel}</Label>,
    },
    {
      key: "name",
      label: texts.name,
      rowHeader: true,
      // Most titles, or names, stand on one line then.
      class: cls(
        "wide:min-w-[8rem] [overflow-wrap:anywhere]",
        view === "documents" ? "wide:w-[34%]" : "wide:w-[16%]",
      ),
      render: ({ label, person, code }) => (
        <>
          <span class="block font-bold">{person}</span>
          {view === "documents" && <span class="block">{label}</span>}
          <span class="block text-sm text-ink-soft tabular-nums">{code}</span>
        </>
      ),
    },
    ...(view === "previous_jobs" ? [SLIP] : []),
    {
      key: "department",
      label: "対象者の部署",
      class: WRITTEN_LONGER,
      render: (row) => row.department || "-",
    },
    {
      key: "employment",
      label: "対象者の雇用形態",
      class: WRITTEN,
      render: (row) => row.employmentType || "-",
    },
    {
      key: "open",
      label: "操作",
      bare: true,
      class: cls("whitespace-nowrap"),
      render: ({ href, pdf, name }) => (
        <span class="flex wide:flex-col wide:items-start -ml-4 wide:-my-2.5">
          <LinkButton href={href} look="quiet" aria-label={`${texts.open}：${name}`}>{texts.open}</LinkButton>
          {pdf && <LinkButton href={pdf} look="quiet" aria-label={`PDF：${name}`}>PDF</LinkButton>}
        </span>
      ),
    },
  ];
}

const SLIP: Column<ReviewRow> = {
  key: "slip",
  label: "原本の所在",
  render: ({ slip }) => slip === "" ? "-" : slip,
};
