import { PASSWORD } from "../client.ts";
import { ADMIN, DATA, type Line, line, RESULT, REVIEW } from "./line.ts";

/** バックグラウンド処理 and the operations. */
export const JOBS: readonly Line[] = [
  line("GET", "background-jobs/index", "/background-jobs", REVIEW),
  line("GET", "background-jobs/events", "/background-jobs/events", REVIEW),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "download_employee_list",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "delete_all_employees",
    ids: "nobody",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [400, 403, 403, 403, 403, 401], {
    operation: "import_request_groups",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 202, 202, 403, 403, 401, 404], {
    operation: "download_request_statuses",
    group: "GROUP",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "download_request_statuses",
  }),
  ...["download_document_timestamps", "download_family_import_file", "download_originals"].flatMap((
    operation,
  ) => [
    line("POST", "background-jobs/index", "/background-jobs", [202, 202, 202, 403, 403, 401, 404], {
      operation,
      group: "GROUP",
    }),
    line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], { operation }),
  ]),
  line("POST", "background-jobs/index", "/background-jobs", [202, 202, 202, 403, 403, 401, 404], {
    operation: "download_differences",
    group: "GROUP",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "download_differences",
    list: "this_and_next_year",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [400, 403, 403, 403, 403, 401, 404], {
    operation: "add_employees_to_group",
    group: "GROUP",
  }),
  ...["import_group_insurance", "check_group_insurance_dat"].map((operation) =>
    line("POST", "background-jobs/index", "/background-jobs", [400, 403, 403, 403, 403, 401], {
      operation,
      format: "linc",
    })
  ),
  ...["import_last_year_insurance", "import_dc_contributions"].map((operation) =>
    line("POST", "background-jobs/index", "/background-jobs", [400, 403, 403, 403, 403, 401], { operation })
  ),
  ...["delete_group_insurance", "delete_dc_contributions"].map((operation) =>
    line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], { operation })
  ),
  line("POST", "background-jobs/index", "/background-jobs", [400, 400, 400, 403, 403, 401, 404], {
    operation: "import_hint_messages",
    group: "GROUP",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401, 404], {
    operation: "sync_my_numbers",
    group: "GROUP",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [400, 403, 403, 403, 403, 401], {
    operation: "import_my_numbers",
    password: PASSWORD,
  }),
  line("POST", "background-jobs/index", "/background-jobs", [400, 400, 400, 400, 403, 401, 404], {
    operation: "update_request_statuses",
    group: "GROUP",
    password: PASSWORD,
  }),
  line("POST", "background-jobs/index", "/background-jobs", [400, 400, 400, 400, 403, 401, 404], {
    operation: "update_review_statuses",
    group: "GROUP",
    password: PASSWORD,
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "sync_establishments",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "sync_employees",
  }),
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
