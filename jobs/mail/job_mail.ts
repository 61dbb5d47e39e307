import { isMailAddress, type Letter } from "../../domain/mail.ts";
import { fixedTemplate } from "../../domain/mail_text.ts";
import type { Mutation } from "../../kv/commit.ts";
import { wantsJobMail } from "../../kv/mail_preferences.ts";
import { outboxStore } from "../../kv/outbox.ts";
import { readUser } from "../../kv/users.ts";
import { rawWrite } from "../../kv/write.ts";
import type { EndHook } from "../engine/finish.ts";
import { STATUS_LABELS } from "../view.ts";

/**
 * The mail that tells of a job's end, to whoever started it and wants it: posted with the end, so once. It says what the
 * list of jobs says: numbers and reasons, no names.
 */
export function jobMailOf(kv: Deno.Kv): EndHook {
  return async (tenant, job, { year }) => {
    if (job.system || !await wantsJobMail(kv, tenant, job.actor.id)) return [];
    const { value: user } = await readUser(kv, tenant, job.actor.id);
    if (!user?.active || user.email === null || !isMailAddress(user.email)) return [];
    const outbox = outboxStore(kv, { id: tenant, year });
    const letter: Letter = {
      v: 1,
      kind: "job_finished",
      company: await outbox.company(),
      template: fixedTemplate("job_finished", job.title),
    };
    const writes = outbox.post({
      to: user.email,
      name: user.name || user.email,
      path: `/background-jobs/${job.id}`,
      detail: `処理名：${job.title}\nステータス：${STATUS_LABELS[job.status]}\nメッセージ：${job.message}`,
      letter,
    });
    // The outbox counts nothing in guards.
    return writes.map((write) => rawWrite(write) as Mutation);
  };
}
