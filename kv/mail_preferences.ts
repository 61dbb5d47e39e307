import { z } from "zod";
import { type Committer, set } from "./commit.ts";
import { mailKeys } from "./keys.ts";
import { read } from "./read.ts";

const preferenceSchema = z.object({ v: z.literal(1), jobFinished: z.boolean() });

/** Which mails people want of those that concern nobody else. */
export interface MailPreferences {
  /** True when this person is written to at the end of the jobs that they started; not unless they chose so. */
  wantsJobMail(tenant: string, user: string): Promise<boolean>;
  chooseJobMail(tenant: string, user: string, wanted: boolean): Promise<void>;
}

/** The preferences stored in `kv`. */
export function mailPreferencesOf(kv: Deno.Kv, committer: Committer): MailPreferences {
  return {
    wantsJobMail: (tenant, user) => wantsJobMail(kv, tenant, user),
    async chooseJobMail(tenant, user, jobFinished) {
      const value: z.infer<typeof preferenceSchema> = { v: 1, jobFinished };
      await committer.commit({ checks: [], mutations: [set(mailKeys.preference(tenant, user), value)] });
    },
  };
}

/** See `MailPreferences`. */
export async function wantsJobMail(kv: Deno.Kv, tenant: string, user: string): Promise<boolean> {
  const { value } = await read(kv, mailKeys.preference(tenant, user), preferenceSchema);
  return value?.jobFinished ?? false;
}
