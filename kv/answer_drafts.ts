import { answerDraftSchema, type AnswerDraftStore } from "../domain/answering/draft.ts";
import { remove } from "./commit.ts";
import type { Write } from "../domain/write.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import { readLarge, removeLarge, setLarge } from "./large_values.ts";
import { asWrite } from "./write.ts";

/** Drafts of one tenant and year, as domain/answering/draft.ts asks for them. */
export function answerDraftStore(kv: Deno.Kv, { id: tenant, year }: YearRef): AnswerDraftStore {
  return {
    of: (ids) => readLarge(kv, (id) => yearKeys.answerDraft(tenant, year, id), ids, answerDraftSchema),
    put({ employee }, draft) {
      const key = yearKeys.answerDraft(tenant, year, employee.id);
      return [
        ...(draft ? setLarge(key, draft) : removeLarge(key)).map(asWrite),
        asWrite({ type: "tally", guard: yearKeys.guard(tenant, year, employee.groupId ?? ""), add: {} }),
      ];
    },
  };
}

/** The write that deletes a draft with its employee. */
export function answerDraftRemoval({ id: tenant, year }: YearRef, employee: string): Write {
  return asWrite(remove(yearKeys.answerDraft(tenant, year, employee)));
}
