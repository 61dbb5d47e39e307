import { ADMIN, type Line, line, six } from "./line.ts";

/** 対象従業員設定. */
export const EMPLOYEES: readonly Line[] = [
  line("GET", "employees", "/employees", ADMIN),
  line("GET", "employees/deletions", "/employees/deletions?all=1", ADMIN),
  line("POST", "employees/deletions", "/employees/deletions", ADMIN, { ids: "nobody" }),
  line("GET", "employees/[employee]/index", "/employees/INSURED", [...six(ADMIN), 404]),
  line("GET", "employees/[employee]/group", "/employees/INSURED/group", [...six(ADMIN), 404]),
  line(
    "POST",
    "employees/[employee]/group",
    "/employees/INSURED/group",
    [422, 403, 403, 403, 403, 401, 404],
    {
      name: "",
    },
  ),
  line("GET", "employees/groups/new", "/employees/groups/new", ADMIN),
  line("POST", "employees/groups/new", "/employees/groups/new", [422, 403, 403, 403, 403, 401], { name: "" }),
  line("GET", "employees/groups/[group]/index", "/employees/groups/GROUP", [...six(ADMIN), 404]),
  line("POST", "employees/groups/[group]/index", "/employees/groups/GROUP", [
    422,
    403,
    403,
    403,
    403,
    401,
    404,
  ], {
    name: "",
  }),
  line("GET", "employees/groups/[group]/deletion", "/employees/groups/GROUP/deletion", [...six(ADMIN), 404]),
  line(
    "POST",
    "employees/groups/[group]/deletion",
    "/employees/groups/GROUP/deletion",
    [409, 403, 403, 403, 403, 401, 404],
    {},
  ),
  line("POST", "employees/[employee]/dc", "/employees/INSURED/dc", [303, 403, 403, 403, 403, 401, 404], {
    editable: "1",
  }),
  line("POST", "employees/[employee]/dc", "/employees/nobody/dc", [404, 403, 403, 403, 403, 401, 404], {
    editable: "1",
  }),
  line("GET", "settings/my-numbers", "/settings/my-numbers", ADMIN),
];
