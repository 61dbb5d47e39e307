import { FormDialog } from "../form/FormDialog.tsx";
import { GroupDeletionText } from "./GroupDeletionText.tsx";
import { GroupNameField } from "./GroupNameField.tsx";
import type { GroupLine } from "./group_columns.tsx";
import { ADD_GROUP, DELETE_GROUP, NAME_ERRORS, RENAME_GROUP } from "./texts.ts";

/** What is being done about groups. */
export type GroupAction = { kind: "add" } | { kind: "rename" | "delete"; group: GroupLine };

interface Props {
  action: GroupAction | null;
  returnTo: string;
  onClose: () => void;
}

/** The dialogs of the 依頼グループ tab: 依頼グループの追加, 依頼グループ名の編集, 依頼グループを削除しますか？ */
export function GroupDialogs({ action, returnTo, onClose }: Props) {
  const group = action && "group" in action ? action.group : null;
  const address = `/employees/groups/${group?.id ?? "new"}`;
  const common = { returnTo, onClose, fieldErrors: NAME_ERRORS };
  return (
    <>
      <FormDialog {...ADD_GROUP} {...common} id="add-group" action={address} open={action?.kind === "add"}>
        {(error) => <GroupNameField id="new-group-name" error={error} />}
      </FormDialog>
      <FormDialog
        {...RENAME_GROUP}
        {...common}
        id="rename-group"
        action={address}
        open={action?.kind === "rename"}
      >
        {(error) => <GroupNameField key={group?.id} id="group-name" value={group?.name} error={error} />}
      </FormDialog>
      <FormDialog
        {...DELETE_GROUP}
        {...common}
        id="delete-group"
        look="danger"
        action={`${address}/deletion`}
        open={action?.kind === "delete"}
      >
        {() => <GroupDeletionText name={group?.name ?? ""} />}
      </FormDialog>
    </>
  );
}
