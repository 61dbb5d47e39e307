import { Refusal } from "../../domain/errors.ts";
import { holderKey, type NumberHolder } from "../../domain/my_number.ts";
import type { OpenNumber } from "../../domain/my_number_store.ts";
import type { User } from "../../domain/user.ts";
import type { YearRef } from "../groups.ts";
import { memberStore } from "../members.ts";
import { readUser } from "../users.ts";
import { cipherOf, type KeyMeans } from "./data_key.ts";
import { openRecord, useOf } from "./opening.ts";
import { readRecords } from "./records.ts";
import { recordUses } from "./uses.ts";

/** What employees may have of the 個人番号 of one tenant and year: those on their own documents. */
export interface OwnNumbers {
  /**
   * The numbers of these holders in the record of the employee whose account this is, in the clear. The account and its
   * 社員番号 are read here: nothing that is passed in says whose numbers come. The use is on record, as `purpose`, before
   * this resolves. Throws Refusal `forbidden` when the account is not active or no target of this year has its 社員番号,
   * `my_number_damaged` when a box does not open.
   */
  open(user: Pick<User, "id">, holders: readonly NumberHolder[], purpose: string): Promise<OpenNumber[]>;
}

/** See `OwnNumbers`. */
export function ownNumbersOf(means: KeyMeans, ref: YearRef): OwnNumbers {
  const { kv, committer } = means;
  return {
    async open({ id }, holders, purpose) {
      const user = (await readUser(kv, ref.id, id)).value;
      if (!user?.active || user.employeeCode === null) throw new Refusal("forbidden");
      const [member] = await memberStore(kv, ref).byCodes([user.employeeCode]);
      if (!member) throw new Refusal("forbidden");
      const asked = new Set(holders.map(holderKey));
      const [record] = await readRecords(kv, ref, [member.employee.id]);
      const sealed = record!.filter(({ holder }) => asked.has(holderKey(holder)));
      if (sealed.length === 0) return [];
      const opened = await openRecord(await cipherOf(means, ref.id), ref.year, member.employee, sealed);
      const use = { job: null, actor: user, purpose };
      await recordUses(committer, ref.id, [useOf("shown", use, member.employee, opened)]);
      return opened;
    },
  };
}
