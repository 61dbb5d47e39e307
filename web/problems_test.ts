import assert from "node:assert/strict";
import { HttpError } from "fresh";
import { Refusal, Unavailable } from "../domain/errors.ts";
import { DatabaseLocked } from "../kv/commit.ts";
import { DatabaseUnreachable } from "../kv/unreachable.ts";
import { StoredValueError } from "../kv/read.ts";
import { problemJson, problemOf, refusalOf } from "./problems.ts";

const PAGE = { method: "GET", route: "/employees" };
const NOWHERE = { method: "GET", route: null };

/** What `console.error` was given while `task` ran. */
function logged(task: () => void): string {
  const original = console.error;
  let text = "";
  console.error = (...parts: unknown[]) => text += parts.map((part) => Deno.inspect(part)).join(" ");
  try {
    task();
  } finally {
    console.error = original;
  }
  return text;
}

const TABLE: [string, unknown, typeof PAGE | typeof NOWHERE, number, string][] = [
  ["a refusal", new Refusal("group_gone"), PAGE, 404, "group_gone"],
  ["a conflict", new Refusal("already_open"), PAGE, 409, "already_open"],
  ["an unavailable source", new Unavailable("source_unavailable"), PAGE, 503, "source_unavailable"],
  ["a database held too long", new DatabaseLocked(), PAGE, 503, "database_locked"],
  ["a disk without room", new TypeError("database or disk is full"), PAGE, 503, "disk_full"],
  ["a database behind a network that is gone", new DatabaseUnreachable(), PAGE, 503, "database_unreachable"],
  ["no route", new HttpError(404), NOWHERE, 404, "not_found"],
  ["a route without this method", new HttpError(404), PAGE, 405, "method_not_allowed"],
  ["a method that the router refuses", new HttpError(405), PAGE, 405, "method_not_allowed"],
  ["an HttpError 403", new HttpError(403), PAGE, 403, "forbidden"],
  ["another HttpError", new HttpError(418), PAGE, 418, "bad_request"],
];

for (const [name, error, request, status, code] of TABLE) {
  Deno.test(`${name} is a ${status}`, () => {
    const problem = problemOf(error, request);
    assert.equal(problem.status, status);
    assert.equal(problem.code, code);
  });
}

for (
  const error of [
    new StoredValueError(["t", "x", "user"]),
    new TypeError("secret"),
    new HttpError(500, "secret"),
    "secret",
    null,
  ]
) {
  Deno.test(`${error} is a 500 that says no more than its number, which the log has`, () => {
    let json = "";
    const log = logged(() => {
      const problem = problemOf(error, PAGE);
      assert.equal(problem.status, 500);
      json = JSON.stringify(problemJson(problem));
    });
    const number = /番号 ([0-9a-f]{8}) /.exec(json)?.[1];
    assert(
      number && /method=GET route=\/employees number=/.test(log) && log.includes(`number=${number}`),
      log,
    );
    assert(!json.includes("secret"));
    if (error instanceof Error) assert(log.includes("problems_test.ts"), "the stack");
  });
}

Deno.test("a refusal is explained as JSON in sentences", () => {
  assert.deepEqual(
    problemJson(problemOf(new Refusal("wrong_extension", { name: "a.txt", expected: "CSV" }), PAGE)),
    {
      error: {
        code: "wrong_extension",
        message: "受け付けできませんでした。ファイルの種類が違います（a.txt）。",
        remedy: "CSVファイルを選択してください。",
      },
    },
  );
});

Deno.test("who has to wait is told how long, and a wrong method what there is", () => {
  const headers = (error: unknown, method = "GET") => problemOf(error, { ...PAGE, method }).headers;
  assert.deepEqual(headers(new Refusal("too_many_attempts", { minutes: 3 })), { "retry-after": "180" });
  assert.deepEqual(headers(new Unavailable("source_unavailable", 1_500)), { "retry-after": "2" });
  assert.deepEqual(headers(new HttpError(404)), { allow: "POST" });
  assert.deepEqual(headers(new HttpError(404), "POST"), { allow: "GET, HEAD" });
  assert.deepEqual(headers(new HttpError(404), "DELETE"), { allow: "GET, HEAD, POST" });
  assert.deepEqual(headers(new HttpError(405)), {}, "the router names them itself");
});

Deno.test("a refusal about a job names it, for scripts and for the page's link", () => {
  const problem = refusalOf(new Refusal("already_open", { job: "J0" }))!;
  assert.equal(problem.status, 409);
  assert.equal(problem.job, "J0");
  assert.equal((problemJson(problem).error as { job?: string }).job, "J0");
});
