import { MAIL_KIND_LABELS, MAIL_STATE_LABELS, type MailState } from "../../domain/mail.ts";
import type { MailLine } from "../../domain/mail_line.ts";
import { cls } from "../cls.ts";
import { Button } from "../Button.tsx";
import { EmptyState } from "../EmptyState.tsx";
import type { IconName } from "../Icon.tsx";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { Label, type Tone } from "../StatusLabel.tsx";
import { type Column, Table } from "../Table.tsx";

const LOOKS: Record<MailState, { tone: Tone; icon?: IconName }> = {
  waiting: { tone: "outline" },
  sent: { tone: "grey" },
  failed: { tone: "error", icon: "error" },
};

/** @param address of this page, which takes the forms */
const columnsOf = (address: string): Column<MailLine>[] => [
  {
    key: "to",
    label: "宛先",
    rowHeader: true,
    class: cls("wide:w-[16rem] [overflow-wrap:anywhere]"),
    render: ({ to }) => to,
  },
  {
    key: "subject",
    label: "件名",
    class: cls("[overflow-wrap:anywhere]"),
    render: (line) => <Words {...line} />,
  },
  { key: "kind", label: "種類", class: cls("wide:w-[11rem]"), render: ({ kind }) => MAIL_KIND_LABELS[kind] },
  {
    key: "state",
    label: "状態",
    class: cls("wide:w-[14rem]"),
    render: (line) => <State {...line} address={address} />,
  },
  { key: "at", label: "日時", class: cls("wide:w-[11rem]"), render: (line) => <When {...line} /> },
];

/** The mails of the outbox, newest first. */
export function MailTable(
  { mails, narrowed, address }: { mails: readonly MailLine[]; narrowed: boolean; address: string },
) {
  return (
    <Table
      caption="送信メール。日時の新しい順に並んでいます。"
      columns={columnsOf(address)}
      rows={mails}
      rowKey={({ id }) => id}
      empty={narrowed
        ? <EmptyState title="該当するメールはありません。">別の条件を試してください。</EmptyState>
        : (
          <EmptyState title="メールはまだありません。">
            依頼を送信したときなどに、ここに記録されます。
          </EmptyState>
        )}
    />
  );
}

function Words({ subject, text }: MailLine) {
  if (text === null) return <>{subject}</>;
  return (
    <>
      {subject}
      <details>
        <summary class="py-1 text-sm text-ink-soft cursor-pointer">本文を表示</summary>
        <p class="mt-2 whitespace-pre-wrap text-sm">{text}</p>
      </details>
    </>
  );
}

function State({ id, to, state, trouble, address }: MailLine & { address: string }) {
  return (
    <>
      <Label {...LOOKS[state]}>{MAIL_STATE_LABELS[state]}</Label>
      {trouble !== null && <p class="mt-1 text-sm">{trouble}</p>}
      {state === "failed" && (
        <form method="post" action={address} class="mt-2">
          <input type="hidden" name="mail" value={id} />
          <Button type="submit">
            もう一度送信<span class="sr-only">（{to}）</span>
          </Button>
        </form>
      )}
    </>
  );
}

/** When it was sent, else when it was posted. */
function When({ postedAt, sentAt }: MailLine) {
  return <AbsoluteTime at={sentAt ?? postedAt} />;
}
