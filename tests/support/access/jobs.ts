import { allows, type Role } from "../../../domain/permission.ts";
import { fieldsFor, type Operation, placeFor } from "../../../jobs/operation.ts";
import { OPERATIONS } from "../../../jobs/registry.ts";
import { PASSWORD } from "../client.ts";
import { ADMIN, DATA, type Line, line, RESULT, REVIEW } from "./line.ts";

/**
 * Starting an operation: whoever its place lets, which jobs/registry_test.ts holds against the facts. What asks for a
 * file, people or a choice is told that they are missing, so that nothing is changed here.
 */
function starts(operation: Operation, target: "group" | "all"): Line[] {
  const place = placeFor(operation, target);
  if (!place) return [];
  const asksMore = operation.input || operation.selection || fieldsFor(operation, target).length > 0;
  const of = (role: Role) => !allows(role, place.permission) ? 403 : asksMore ? 400 : 202;
  const form = {
    operation: operation.kind,
    ...(target === "group" && { group: "GROUP" }),
    ...(operation.password && { password: PASSWORD }),
  };
  const own = [of("admin"), of("confirm"), of("download"), of("check"), of("none"), 401] as const;
  return [
    line(
      "POST",
      "background-jobs/index",
      "/background-jobs",
      target === "group" ? [...own, 404] : [...own],
      form,
    ),
  ];
}

/** バックグラウンド処理 and the operations. */
export const JOBS: readonly Line[] = [
  line("GET", "background-jobs/index", "/background-jobs", REVIEW),
  line("GET", "background-jobs/events", "/background-jobs/events", REVIEW),
  ...OPERATIONS.flatMap((operation) => [...starts(operation, "group"), ...starts(operation, "all")]),
  line("GET", "background-jobs/[id]/index", "/background-jobs/JOB", [200, 200, 200, 404, 403, 401, 404]),
  line(
    "GET",
    "background-jobs/[id]/attachments/[n]/index",
    "/background-jobs/JOB/attachments/1",
    RESULT(409),
  ),
  line(
    "POST",
    "background-jobs/[id]/attachments/[n]/claim",
    "/background-jobs/JOB/attachments/1/claim",
    RESULT(303),
  ),
  line("GET", "background-jobs/[id]/cancellation", "/background-jobs/JOB/cancellation", RESULT(409)),
  line("GET", "background-jobs/[id]/retries", "/background-jobs/JOB/retries", RESULT(200)),
  line("POST", "background-jobs/[id]/cancellation", "/background-jobs/JOB/cancellation", RESULT(409)),
  line("POST", "background-jobs/[id]/retries", "/background-jobs/JOB/retries", RESULT(202), {}),

  line(
    "GET",
    "operations/[kind]/index",
    "/operations/add_employees_to_group?group=GROUP",
    [200, 404, 404, 404, 404, 401, 404],
  ),
  line("GET", "operations/[kind]/index", "/operations/delete_all_employees", [404, 404, 404, 404, 404, 401]),
  line("GET", "operations/[kind]/template", "/operations/add_employees_to_group/template", ADMIN),
  line("GET", "operations/[kind]/template", "/operations/import_hint_messages/template", DATA),
  line("GET", "operations/[kind]/template", "/operations/import_group_insurance/template?format=csv", ADMIN),
  line(
    "GET",
    "operations/[kind]/template",
    "/operations/import_group_insurance/template?format=linc",
    [404, 404, 404, 404, 404, 401],
  ),
];
