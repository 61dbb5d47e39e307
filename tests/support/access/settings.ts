import { ADMIN, type Line, line, six } from "./line.ts";

/** 設定 and the years. */
export const SETTINGS: readonly Line[] = [
  line("GET", "settings/permissions/index", "/settings/permissions", ADMIN),
  line("GET", "settings/permissions/[role]", "/settings/permissions/x", [404, 403, 403, 403, 403, 401]),
  line("POST", "settings/permissions/[role]", "/settings/permissions/x", [404, 403, 403, 403, 403, 401], {}),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "sync_permissions",
  }),
  line("GET", "settings/accounts/index", "/settings/accounts", ADMIN),
  line("POST", "settings/accounts/index", "/settings/accounts", [422, 403, 403, 403, 403, 401], { name: "" }),
  line("GET", "settings/accounts/[user]/index", "/settings/accounts/USER", [...six(ADMIN), 404]),
  line(
    "POST",
    "settings/accounts/[user]/index",
    "/settings/accounts/USER",
    [303, 403, 403, 403, 403, 401, 404],
    { role: "download", active: "on" },
  ),
  line("GET", "settings/accounts/[user]/link", "/settings/accounts/USER/link", [
    303,
    403,
    403,
    403,
    403,
    401,
  ]),
  line("POST", "settings/accounts/[user]/link", "/settings/accounts/USER/link", [...six(ADMIN), 404], {}),

  line("GET", "years/index", "/years", ADMIN),
  line("GET", "years/start", "/years/start", [404, 403, 403, 403, 403, 401]),
  line("POST", "years/start", "/years/start", [409, 403, 403, 403, 403, 401], { year: "2030" }),
  line("GET", "years/setup", "/years/setup", [404, 403, 403, 403, 403, 401]),
  line("POST", "years/setup", "/years/setup", [409, 403, 403, 403, 403, 401], {}),
  line("GET", "years/[year]/index", "/years/2025", ADMIN),
  line("GET", "years/[year]/groups/[group]", "/years/2025/groups/FORMERLY", [...six(ADMIN), 404]),
  line("GET", "years/[year]/requests/[request]", "/years/2025/requests/ASKED", [...six(ADMIN), 404]),

  ...["notifications", "address"].flatMap((page) => [
    line("GET", `settings/${page}`, `/settings/${page}`, ADMIN),
    line("POST", `settings/${page}`, `/settings/${page}`, [422, 403, 403, 403, 403, 401], {}),
  ]),
  line("GET", "settings/sign-in", "/settings/sign-in", ADMIN),
  line("POST", "settings/sign-in", "/settings/sign-in", [422, 403, 403, 403, 403, 401], { action: "save" }),
  line("POST", "settings/sign-in", "/settings/sign-in", [409, 403, 403, 403, 403, 401], {
    action: "passwords_off",
  }),
  line("POST", "settings/accounts/[user]/identity", "/settings/accounts/USER/identity", [
    303,
    403,
    403,
    403,
    403,
    401,
    404,
  ], {}),

  line("GET", "settings/source", "/settings/source", ADMIN),
  line("POST", "settings/source", "/settings/source", [422, 403, 403, 403, 403, 401], { kind: "unknown" }),

  line("GET", "settings/operation", "/settings/operation", ADMIN),
  line("GET", "settings/mails", "/settings/mails", ADMIN),
  line("POST", "settings/mails", "/settings/mails", [303, 403, 403, 403, 403, 401], { mail: "1" }),
  line("GET", "settings/audit/index", "/settings/audit", ADMIN),
  line("POST", "settings/audit/export", "/settings/audit/export", ADMIN, {}),
];
