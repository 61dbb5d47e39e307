import { useEffect, useState } from "preact/hooks";
import type { MenuItem } from "../../jobs/service.ts";
import { readJson } from "../jobs/read_json.ts";
import { OperationDialogBox } from "../operation/OperationDialogBox.tsx";
import { COUNTING, countText, withFirst } from "./count_text.ts";
import type { FormField } from "./selection_fields.ts";

interface Props {
  item: MenuItem;
  /** All who match, as fields. */
  everybody: readonly FormField[];
  returnTo: string;
  open: boolean;
  onClose: () => void;
}

/** The dialog of row 11, with the numbers of who matches now. */
export function DeleteEverybody({ item, everybody, returnTo, open, onClose }: Props) {
  const [text, setText] = useState(COUNTING);
  useEffect(() => {
    if (!open) return setText(COUNTING);
    let shown = true;
    readJson<{ matching: number; deletable: number }>(`/employees/deletions?${query(everybody)}`)
      .then((count) => shown && setText(countText(count)));
    return () => void (shown = false);
  }, [open]);
  return (
    <OperationDialogBox
      item={withFirst(item, text)}
      group={null}
      returnTo={returnTo}
      extra={everybody}
      open={open}
      onClose={onClose}
    />
  );
}

function query(fields: readonly FormField[]): string {
  return new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
}
