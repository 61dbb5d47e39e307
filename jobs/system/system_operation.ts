import { EVERYONE } from "../../domain/permission.ts";
import type { Actor } from "../../domain/user.ts";
import { defineOperation, type Operation, type OperationSpec } from "../operation.ts";

/** Who does what nobody started. */
export const SYSTEM: Actor = { id: "system", email: null, role: "admin", range: EVERYONE };

/** An operation that the system starts for a tenant: it has no place, no dialog and no person. */
export function systemOperation(
  { kind, title, run }: Pick<OperationSpec, "kind" | "run"> & { title: string },
): Operation {
  return defineOperation({
    kind,
    screen: [],
    menu: null,
    label: title,
    scope: "all",
    permission: "admin",
    rerun: "never",
    title: () => title,
    dialog: { title, description: [], button: "" },
    system: true,
    run,
  });
}
