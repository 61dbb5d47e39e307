import type { Stores } from "../domain/stores.ts";
import { answerDraftStore } from "./answer_drafts.ts";
import { settingsStore } from "./group_settings.ts";
import { declarationStore } from "./declarations.ts";
import { groupStore, type YearRef } from "./groups.ts";
import { hintStore } from "./hints.ts";
import { housingLoanStore } from "./housing_loans.ts";
import { insuranceStore } from "./insurance.ts";
import { lastYearStore } from "./last_year.ts";
import { masterCopyStore } from "./masters.ts";
import { memberStore } from "./members.ts";
import { outboxStore } from "./outbox.ts";
import { pictureStore } from "./pictures.ts";
import { roleStore } from "./roles.ts";

/** What operations and pages reach of one tenant's year. A `Tenant` is such a reference itself. */
export function storesOf(kv: Deno.Kv, ref: YearRef): Stores {
  return {
    groups: groupStore(kv, ref),
    members: memberStore(kv, ref),
    insurance: insuranceStore(kv, ref),
    housingLoans: housingLoanStore(kv, ref),
    declarations: declarationStore(kv, ref),
    answerDrafts: answerDraftStore(kv, ref),
    pictures: pictureStore(kv, ref),
    lastYear: lastYearStore(kv, ref),
    roles: roleStore(kv, ref.id),
    masters: masterCopyStore(kv, ref),
    hints: hintStore(kv, ref),
    settings: settingsStore(kv, ref),
    outbox: outboxStore(kv, ref),
  };
}
