import { ANYBODY, type Line, line, REVIEW } from "./line.ts";

/** Of the own 依頼, which none of these accounts has (web/my/my_test.ts asks as employees). */
const MY_PAGES: [Line["method"], file: string, path: string][] = [
  ["GET", "my/answers/[page]/index", "/my/answers/start"],
  ["POST", "my/answers/[page]/index", "/my/answers/start"],
  ["GET", "my/answers/[page]/[list]/[item]/index", "/my/answers/family/people/new"],
  ["POST", "my/answers/[page]/[list]/[item]/index", "/my/answers/family/people/new"],
  ["GET", "my/answers/[page]/[list]/[item]/removal", "/my/answers/family/people/x/removal"],
  ["POST", "my/answers/[page]/[list]/[item]/removal", "/my/answers/family/people/x/removal"],
  ["GET", "my/confirmation", "/my/confirmation"],
  ["POST", "my/confirmation", "/my/confirmation"],
  ["GET", "my/declaration", "/my/declaration"],
  ["GET", "my/documents/[document]", "/my/documents/this_year_dependants"],
  ["GET", "my/mounting-sheet", "/my/mounting-sheet"],
  ["GET", "my/restart", "/my/restart"],
  ["POST", "my/restart", "/my/restart"],
  ["GET", "my/pictures/index", "/my/pictures"],
  ["POST", "my/pictures/index", "/my/pictures"],
  ["GET", "my/pictures/[picture]/index", "/my/pictures/x"],
  ["GET", "my/pictures/[picture]/removal", "/my/pictures/x/removal"],
  ["POST", "my/pictures/[picture]/removal", "/my/pictures/x/removal"],
];

/** Signing in, the own account, 年末調整メニュー, and what employees answer. */
export const OWN: readonly Line[] = [
  line("GET", "healthz", "/healthz", ANYBODY),
  line("GET", "metrics", "/metrics", ANYBODY),
  line("GET", "index", "/", [200, 200, 200, 200, 200, 401]),
  line("GET", "help", "/help", REVIEW),
  line("GET", "login", "/login", [303, 303, 303, 303, 303, 200]),
  line("POST", "login", "/login", [401, 401, 401, 401, 401, 401], {
    email: "nobody@x.example",
    password: "x",
  }),
  // No company here has an identity provider.
  line("GET", "login/oidc/index", "/login/oidc", [404, 404, 404, 404, 404, 404]),
  line("GET", "login/oidc/callback", "/login/oidc/callback?code=x&state=x", [303, 303, 303, 303, 303, 303]),
  line("GET", "invitations/[token]", "/invitations/x", [410, 410, 410, 410, 410, 410]),
  line("POST", "invitations/[token]", "/invitations/x", [410, 410, 410, 410, 410, 410], { password: "x" }),

  line("GET", "account/refresh", "/account/refresh", [200, 200, 200, 200, 200, 401]),
  // Nobody has synced the sample company's 権限: nothing changes.
  line("POST", "account/refresh", "/account/refresh", [409, 409, 409, 409, 409, 401], {}),
  line("GET", "account/password", "/account/password", [200, 200, 200, 200, 200, 401]),
  line("POST", "account/password", "/account/password", [403, 403, 403, 403, 403, 401], {
    present: "x",
    password: "x",
  }),

  line("GET", "account/notifications", "/account/notifications", [200, 200, 200, 200, 200, 401]),
  line("POST", "account/notifications", "/account/notifications", [303, 303, 303, 303, 303, 401], {}),

  line("GET", "my/index", "/my", [200, 200, 200, 200, 200, 401]),
  ...MY_PAGES.flatMap(([method, file, path]) => line(method, file, path, [404, 404, 404, 404, 404, 401], {})),
  line(
    "GET",
    "groups/[group]/requests/[request]/pictures/[picture]",
    "/groups/GROUP/requests/REQUEST/pictures/x",
    [404, 404, 404, 404, 403, 401, 404],
  ),
];
