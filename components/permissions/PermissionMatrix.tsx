import { allows, type Permission, type Role, ROLE_LABELS } from "../../domain/permission.ts";
import { PERMISSION_MATRIX } from "../../domain/permission_matrix.ts";
import { cls } from "../cls.ts";

/** Columns of the matrix: 管理者, then as a 権限 is ticked, weakest right first. */
const COLUMNS: readonly Role[] = ["admin", "check", "download", "confirm", "none"];

const HEAD = cls("px-3 py-3 bg-head text-sm font-bold align-bottom");

/** Which function needs which 機能操作範囲. Compared across its columns, it scrolls in its own frame on a phone. */
export function PermissionMatrix() {
  return (
    <div
      role="region"
      aria-label="機能ごとに必要な機能操作範囲"
      tabIndex={0}
      class="relative overflow-x-auto"
    >
      <table class="w-full min-w-[52rem]">
        <thead>
          <tr>
            <th scope="col" class={cls(HEAD, "text-left")}>機能</th>
            {COLUMNS.map((role) => (
              <th key={role} scope="col" class={cls(HEAD, "text-center w-[7rem]")}>{ROLE_LABELS[role]}</th>
            ))}
          </tr>
        </thead>
        {PERMISSION_MATRIX.map((area) => <Area key={area.title} {...area} />)}
      </table>
    </div>
  );
}

function Area({ title, lines }: typeof PERMISSION_MATRIX[number]) {
  return (
    <tbody>
      <tr class="border-t">
        <th scope="rowgroup" colSpan={COLUMNS.length + 1} class="px-3 pt-4 pb-1 text-left font-bold">
          {title}
        </th>
      </tr>
      {lines.map(({ functions, needs }) => (
        <tr key={functions[0]} class="border-t border-dotted">
          <th scope="row" class="px-3 py-2 text-left font-normal align-top">{functions.join("、")}</th>
          {COLUMNS.map((role) => (
            <td key={role} class="px-3 py-2 text-center align-top">
              <Mark yes={holds(role, needs)} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function holds(role: Role, needs: Permission | null): boolean {
  return needs === null || allows(role, needs);
}

/** ○ or －, read out as words. */
export function Mark({ yes }: { yes: boolean }) {
  return (
    <>
      <span aria-hidden="true">{yes ? "○" : "－"}</span>
      <span class="sr-only">{yes ? "できる" : "できない"}</span>
    </>
  );
}
