import { Button, LinkButton } from "../Button.tsx";
import { FormDialog } from "../form/FormDialog.tsx";
import type { EmployeeRow } from "./employee_row.ts";
import { MovingPerson } from "./MovingPerson.tsx";
import { TargetGroupField } from "./TargetGroupField.tsx";
import { CHANGE_GROUP, NAME_ERRORS } from "./texts.ts";

/** Where somebody's 依頼グループ is changed. */
function addressOf({ id }: EmployeeRow): string {
  return `/employees/${encodeURIComponent(id)}/group`;
}

interface LinkProps {
  row: EmployeeRow;
  returnTo: string;
  /** Opens the dialog; null before the scripts run. */
  onOpen: ((row: EmployeeRow) => void) | null;
}

/** ［グループを変更］ of one row. */
export function ChangeLink({ row, returnTo, onOpen }: LinkProps) {
  const name = `${row.name}（${row.code}）のグループを変更`;
  if (onOpen === null) {
    const href = `${addressOf(row)}?${new URLSearchParams({ return_to: returnTo })}`;
    return <LinkButton look="quiet" href={href} aria-label={name}>グループを変更</LinkButton>;
  }
  return (
    <Button look="quiet" aria-haspopup="dialog" aria-label={name} onClick={() => onOpen(row)}>
      グループを変更
    </Button>
  );
}

interface Props {
  /** Whose 依頼グループ is being changed. */
  row: EmployeeRow | null;
  /** Names of the groups, newest first. */
  groups: readonly string[];
  returnTo: string;
  onClose: () => void;
}

/** The dialog 依頼グループの変更. */
export function ChangeGroup({ row, groups, returnTo, onClose }: Props) {
  return (
    <FormDialog
      {...CHANGE_GROUP}
      id="change-group"
      open={row !== null}
      onClose={onClose}
      action={row ? addressOf(row) : ""}
      returnTo={returnTo}
      fieldErrors={NAME_ERRORS}
    >
      {(error) =>
        row && (
          <>
            <MovingPerson {...row} />
            <TargetGroupField id="target-group" names={groups} value="" error={error} />
          </>
        )}
    </FormDialog>
  );
}
