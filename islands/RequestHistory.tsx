import { useEffect, useState } from "preact/hooks";
import { Button } from "../components/Button.tsx";
import { Dialog } from "../components/operation/Dialog.tsx";
import { StaticMenu } from "../components/operation/StaticMenu.tsx";
import { ActMenu } from "../components/requests/ActMenu.tsx";
import { PAGES_OF } from "../components/requests/addresses.ts";
import { HistoryList } from "../components/requests/HistoryList.tsx";
import { HISTORY_TITLE } from "../components/requests/texts.ts";
import type { HistoryEntry } from "../domain/history.ts";

interface Props {
  /** Address of the 依頼詳細. */
  home: string;
  /** Oldest first. */
  entries: HistoryEntry[];
}

const LABEL = "依頼の操作";
const ITEMS = [{ kind: "history", label: HISTORY_TITLE }];

/** ［依頼の操作▼］ with ［操作履歴］, a dialog, without JavaScript a link to the page of it; and the 台紙. */
export function RequestHistory({ home, entries }: Props) {
  const [ready, setReady] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => setReady(true), []);
  const files = [{ href: PAGES_OF.mountingSheet(home), label: "生命保険等証明書原本の台紙ダウンロード" }];
  if (!ready) {
    const links = [{ href: PAGES_OF.history(home), label: HISTORY_TITLE }, ...files];
    return <StaticMenu label={LABEL} items={[]} links={links} group={null} returnTo={home} alignRight />;
  }
  return (
    <>
      <ActMenu label={LABEL} items={ITEMS} links={files} onChoose={() => setOpen(true)} alignRight />
      <Dialog id="history" title={HISTORY_TITLE} open={open} onClose={() => setOpen(false)}>
        <HistoryList entries={entries} />
        <div class="flex justify-end mt-6">
          <Button onClick={() => setOpen(false)}>閉じる</Button>
        </div>
      </Dialog>
    </>
  );
}
