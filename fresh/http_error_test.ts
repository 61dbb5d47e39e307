import { equal, ok } from "node:assert/strict";
import { HttpError } from "fresh";
import { HttpError as RuntimeHttpError } from "fresh/runtime";
import { statusOf } from "./http_error.ts";

Deno.test("an HttpError has its status, the status's text unless given another, and a cause", () => {
  const cause = new Error("why");
  const error = new HttpError(404, undefined, { cause });
  ok(error instanceof Error);
  equal(error.name, "HttpError");
  equal(error.status, 404);
  equal(error.message, "Not Found");
  equal(error.cause, cause);
  equal(new HttpError(422, "mine").message, "mine");
  equal(new HttpError(599).message, "Unknown Status");
  equal(RuntimeHttpError, HttpError);
});

Deno.test("everything else stands for 500", () => {
  equal(statusOf(new HttpError(403)), 403);
  equal(statusOf(new Error()), 500);
  equal(statusOf("text"), 500);
});
