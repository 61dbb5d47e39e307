import { allows } from "../domain/permission.ts";
import type { User } from "../domain/user.ts";
import type { Operation, Place, Screen } from "./operation.ts";
import { placeFor } from "./operation.ts";
import { addEmployeesToGroup } from "./operations/add_employees_to_group.ts";
import { checkGroupInsuranceDat } from "./operations/check_group_insurance_dat.ts";
import { confirmRequests } from "./operations/confirm_requests.ts";
import { deleteDcContributions } from "./operations/delete_dc_contributions.ts";
import { deleteGroupInsurance } from "./operations/delete_group_insurance.ts";
import { deleteAllEmployees } from "./operations/delete_all_employees.ts";
import { downloadCollectedInformation } from "./operations/download_collected_information.ts";
import { downloadDifferences } from "./operations/download_differences.ts";
import { downloadDocuments } from "./operations/download_documents.ts";
import { downloadDocumentTimestamps } from "./operations/download_document_timestamps.ts";
import { downloadEmployeeList } from "./operations/download_employee_list.ts";
import { downloadFamilyImportFile } from "./operations/download_family_import_file.ts";
import { downloadMountingSheets } from "./operations/download_mounting_sheets.ts";
import { downloadOriginals } from "./operations/download_originals.ts";
import { downloadRequestStatuses } from "./operations/download_request_statuses.ts";
import { excludeRequests } from "./operations/exclude_requests.ts";
import { importDcContributions } from "./operations/import_dc_contributions.ts";
import { importGroupInsurance } from "./operations/import_group_insurance.ts";
import { importHintMessages } from "./operations/import_hint_messages.ts";
import { importLastYearInsurance } from "./operations/import_last_year_insurance.ts";
import { importMyNumbers } from "./operations/import_my_numbers.ts";
import { importRequestGroups } from "./operations/import_request_groups.ts";
import { remindRequests } from "./operations/remind_requests.ts";
import { resetRequests } from "./operations/reset_requests.ts";
import { sendRequests } from "./operations/send_requests.ts";
import { syncEmployees } from "./operations/sync_employees.ts";
import { syncEstablishments } from "./operations/sync_establishments.ts";
import { syncMyNumbers } from "./operations/sync_my_numbers.ts";
import { syncPermissions } from "./operations/sync_permissions.ts";
import { unconfirmRequests } from "./operations/unconfirm_requests.ts";
import { updateRequestStatuses } from "./operations/update_request_statuses.ts";
import { updateReviewStatuses } from "./operations/update_review_statuses.ts";
import { formOf, type UploadLimits } from "./form.ts";
import type { MenuItem } from "./service.ts";
import { SYSTEM_OPERATIONS } from "./system/registry.ts";

/** Every operation of the product, in menu order; all menus are drawn from this list. */
export const OPERATIONS: readonly Operation[] = [
  syncEstablishments,
  syncPermissions,
  syncEmployees,
  importRequestGroups,
  importLastYearInsurance,
  importGroupInsurance,
  deleteGroupInsurance,
  importDcContributions,
  deleteDcContributions,
  checkGroupInsuranceDat,
  downloadEmployeeList,
  deleteAllEmployees,
  importMyNumbers,
  importHintMessages,
  addEmployeesToGroup,
  syncMyNumbers,
  downloadRequestStatuses,
  downloadDocumentTimestamps,
  downloadCollectedInformation,
  downloadDifferences,
  downloadFamilyImportFile,
  downloadOriginals,
  downloadMountingSheets,
  updateRequestStatuses,
  updateReviewStatuses,
  downloadDocuments,
  sendRequests,
  excludeRequests,
  confirmRequests,
  remindRequests,
  resetRequests,
  unconfirmRequests,
];

/** The operation of this kind, work of the system among them, or null. */
export function findOperation(kind: string): Operation | null {
  return [...OPERATIONS, ...SYSTEM_OPERATIONS].find((operation) => operation.kind === kind) ?? null;
}

/** The operations that `user` may start on `screen`, for a group or (null) for all groups, in menu order. */
export function menuOf(
  user: Pick<User, "role">,
  screen: string,
  group: { id: string; name: string } | null,
  limits: UploadLimits,
): MenuItem[] {
  return OPERATIONS.flatMap((operation) => {
    const place = placeFor(operation, group ? "group" : "all");
    if (!place || !standsOn(place, screen) || !allows(user.role, place.permission)) return [];
    return [menuItem(operation, place, group, limits)];
  });
}

function standsOn(place: Place, screen: string): boolean {
  return (typeof place.screen === "string" ? [place.screen] : place.screen).includes(screen as Screen);
}

function menuItem(
  operation: Operation,
  { menu, label, permission }: Place,
  group: { id: string; name: string } | null,
  limits: UploadLimits,
): MenuItem {
  const { kind, dialog: { description, links, ...dialog } } = operation;
  return {
    kind,
    menu,
    label,
    title: operation.title(group, {}),
    permission,
    selection: operation.selection ?? false,
    dialog: {
      ...dialog,
      description: [...description],
      links: links?.(group) ?? [],
      ...formOf(operation, group ? "group" : "all", limits),
    },
  };
}
