import type { z } from "zod";

/** What a schema found wrong, by field (parts of a path joined with a point): the first 原因。対処。 of each. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[path.join(".")] ??= message;
  return errors;
}
