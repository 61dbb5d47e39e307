import { Refusal } from "../domain/errors.ts";
import { allowDcEdit } from "../domain/insurance_rules.ts";
import type { Committer } from "./commit.ts";
import { commitChange } from "./guarded.ts";
import type { YearRef } from "./groups.ts";
import { storesOf } from "./stores.ts";

/** What pages change of somebody's insurance. */
export interface InsuranceEdits {
  /**
   * Sets 従業員による情報の編集 of the 企業型確定拠出年金掛金. Refuses `not_found` where there is no such employee or no
   * 掛金, and `overtaken`.
   */
  allowDcEdit(employeeId: string, editable: boolean): Promise<void>;
}

/** The edits of one tenant and year. */
export function insuranceEditsOf(kv: Deno.Kv, committer: Committer, ref: YearRef): InsuranceEdits {
  const { members, insurance } = storesOf(kv, ref);

  async function memberOf(id: string) {
    const member = await members.byId(id);
    if (!member) throw new Refusal("not_found");
    return member;
  }

  return {
    allowDcEdit: (id, editable) =>
      commitChange(kv, committer, {
        guards: async () => [members.guard((await memberOf(id)).employee.groupId)],
        async compute() {
          const member = await memberOf(id);
          const [before] = await insurance.of([id]);
          const after = allowDcEdit(before!, editable);
          if (!after) throw new Refusal("not_found");
          return after === before ? [] : insurance.put(member, after);
        },
      }),
  };
}
