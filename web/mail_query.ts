import { z } from "zod";
import { Refusal } from "../domain/errors.ts";
import { MAIL_STATES } from "../domain/mail.ts";
import type { MailFilter } from "../kv/mail_pages.ts";

const schema = z.object({ state: z.enum(MAIL_STATES), to: z.string().trim().max(254) }).partial();

/** The filters of 送信メール from an address; empty fields count as not given. Refuses `bad_request`. */
export function readMailFilter(params: URLSearchParams): MailFilter {
  const given = Object.fromEntries([...params].filter(([, value]) => value.trim() !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Refusal("bad_request", {
    what: parsed.error.issues.map(({ path }) => path.join(".")).join("、"),
  });
}
