import { ADMIN, GROUP_DATA, type Line, line, REVIEW, six, type Statuses } from "./line.ts";

/** Pages that edit 収集情報, and what they say to an empty form. */
const COLLECTED_PAGES = [
  { file: "index", page: "self", get: 200, post: 422 },
  { file: "[list]/[item]/index", page: "insurance/life/new", get: 200, post: 400 },
  { file: "[list]/[item]/removal", page: "insurance/life/nobody/removal", get: 404, post: 303 },
];

/** The screens of a 依頼グループ. */
export const GROUPS: readonly Line[] = [
  line("GET", "groups/index", "/groups", REVIEW),
  line("GET", "groups/[group]/requests/index", "/groups/GROUP/requests", [...six(REVIEW), 404]),
  ...["", "/history", "/memos", "/corrections", "/corrections/cancellation"].map((page) => {
    const file = `groups/[group]/requests/[request]${page || "/index"}`;
    const name = page === "/corrections" ? `${file}/index` : file;
    return line("GET", name, `/groups/GROUP/requests/REQUEST${page}`, [...six(REVIEW), 404]);
  }),
  line("GET", "groups/[group]/requests/[request]/answers", "/groups/GROUP/requests/ANSWERED/answers", [
    ...six(REVIEW),
    404,
  ]),
  ...COLLECTED_PAGES.flatMap(({ file, page, get, post }) => {
    const name = `groups/[group]/requests/[request]/collected/[part]/${file}`;
    const path = `/groups/GROUP/requests/ANSWERED/collected/${page}`;
    const each = (status: number): Statuses => [status, status, status, status, 403, 401, 404];
    return [line("GET", name, path, each(get)), line("POST", name, path, each(post), {})];
  }),
  ...["memos", "corrections/index", "corrections/cancellation"].map((page) =>
    line(
      "POST",
      `groups/[group]/requests/[request]/${page}`,
      `/groups/GROUP/requests/REQUEST/${page.replace("/index", "")}`,
      [422, 422, 422, 422, 403, 401, 404],
      {},
    )
  ),
  line(
    "GET",
    "groups/[group]/requests/[request]/documents/[document]/deletion",
    "/groups/GROUP/requests/REQUEST/documents/insurance/deletion",
    [...six(ADMIN), 404],
  ),
  line(
    "POST",
    "groups/[group]/requests/[request]/documents/[document]/deletion",
    "/groups/GROUP/requests/REQUEST/documents/insurance/deletion",
    [403, 403, 403, 403, 403, 401, 404],
    { password: "x" },
  ),
  ...[
    ["documents/[document]/pdf", "REVIEWED/pdf"],
    ["mounting-sheet", "REQUEST/mounting-sheet"],
  ].map(([file, address]) =>
    line("GET", `groups/[group]/requests/[request]/${file}`, `/groups/GROUP/requests/${address}`, [
      ...six(REVIEW),
      404,
    ])
  ),
  line("GET", "groups/[group]/documents", "/groups/GROUP/documents", [...six(REVIEW), 404]),
  ...[
    // Acts that are none, and texts that are missing: nothing changes.
    ["requests/[request]/documents/[document]/index", "requests/REVIEWED", 200, 400],
    ["requests/[request]/documents/[document]/return", "requests/REVIEWED/return", 200, 422],
    ["reviews/checked", "reviews/checked", 200, 400],
  ].flatMap(([file, address, ...statuses]) =>
    (["GET", "POST"] as const).map((method, i) => {
      const allowed = statuses[i] as number;
      const path = `/groups/GROUP/${address}`;
      const all: Statuses = [allowed, allowed, allowed, allowed, 403, 401, 404];
      return line(
        method,
        `groups/[group]/${file}`,
        path,
        all,
        method === "POST" ? { act: "none" } : undefined,
      );
    })
  ),
  line("GET", "groups/[group]/reviews/walk", "/groups/GROUP/reviews/walk", [
    303,
    303,
    303,
    303,
    403,
    401,
    404,
  ]),
  line("GET", "groups/[group]/previous-jobs", "/groups/GROUP/previous-jobs", [...six(REVIEW), 404]),
  line("GET", "groups/[group]/selections/[kind]", "/groups/GROUP/selections/send_requests?all=1", [
    ...six(REVIEW),
    404,
  ]),
  line("GET", "groups/[group]/selections/[kind]", "/groups/GROUP/selections/reset_requests?all=1", [
    ...six(ADMIN),
    404,
  ]),

  line("GET", "groups/[group]/settings/deadline", "/groups/GROUP/settings/deadline", GROUP_DATA),
  line(
    "POST",
    "groups/[group]/settings/deadline",
    "/groups/GROUP/settings/deadline",
    [422, 422, 422, 403, 403, 401, 404],
    { closes_on: "never" },
  ),
  ...["documents", "notice", "mails", "reminder"].flatMap((section) => {
    const address = `/groups/GROUP/settings/${section}`;
    const wrong = { notice: "あ".repeat(5_001), base_on: "never" };
    return [
      line("GET", `groups/[group]/settings/${section}`, address, GROUP_DATA),
      line(
        "POST",
        `groups/[group]/settings/${section}`,
        address,
        [422, 422, 422, 403, 403, 401, 404],
        wrong,
      ),
    ];
  }),
  line("GET", "groups/[group]/settings/hints/index", "/groups/GROUP/settings/hints", GROUP_DATA),
  line(
    "POST",
    "groups/[group]/settings/hints/index",
    "/groups/GROUP/settings/hints",
    [303, 303, 303, 403, 403, 401, 404],
    { question: "2", hint: "x" },
  ),
  line("GET", "groups/[group]/settings/hints/export", "/groups/GROUP/settings/hints/export", GROUP_DATA),
];
