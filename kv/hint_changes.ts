import { Refusal } from "../domain/errors.ts";
import { hintReason, ownHintOf } from "../domain/hint.ts";
import type { Question } from "../domain/questionnaire.ts";
import type { Committer } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { commitChange } from "./guarded.ts";
import { storesOf } from "./stores.ts";

/** What pages change about the hints of one tenant and year. */
export interface HintChanges {
  /**
   * Stores what a group says of a question; nothing, or the default itself, is back to the default. Refuses
   * `hint_…` for what is no hint, and `group_deleted`.
   */
  save(group: string, question: Question, written: string): Promise<void>;
}

/** The changes of hints stored in `kv`; each is one commit that running jobs notice. */
export function hintChangesOf(kv: Deno.Kv, committer: Committer, ref: YearRef): HintChanges {
  const { groups, members, hints } = storesOf(kv, ref);
  return {
    async save(group, question, written) {
      const setting = ownHintOf(question, written);
      if ("problem" in setting) {
        const { code, params } = hintReason(setting.problem);
        throw new Refusal(code, params);
      }
      await commitChange(kv, committer, {
        guards: [members.guard(group)],
        async compute() {
          if (!await groups.get(group)) throw new Refusal("group_deleted");
          return hints.put(group, question.number, setting.own);
        },
      });
    },
  };
}
