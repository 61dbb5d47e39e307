import { versionOf } from "../../domain/answering/draft.ts";
import { alikeValues } from "../../domain/answering/fields/canonical.ts";
import type { Asking } from "../../domain/answering/page.ts";
import type { Collected } from "../../domain/declaration/collected.ts";
import { collectedWrites } from "../../domain/declaration/collected_writes.ts";
import { declarationSchema } from "../../domain/declaration/declaration.ts";
import { documentsFor } from "../../domain/declaration/documents.ts";
import { withoutStrayPictures } from "../../domain/declaration/picture_subjects.ts";
import { Refusal } from "../../domain/errors.ts";
import { housingLoanSchema } from "../../domain/housing_loan.ts";
import { insuranceSchema } from "../../domain/insurance.ts";
import { changedReviews } from "../../domain/forms/changed.ts";
import type { Asked } from "../../domain/perform.ts";
import { type Acted, isRefused } from "../../domain/request_acts/acted.ts";
import { saveCollected } from "../../domain/request_acts/answering.ts";
import type { State } from "../state.ts";
import { askingOf, type OpenPart } from "./open.ts";

/** What a form makes of what is collected. Throws a Refusal where the form does not fit it (any more). */
export type CollectedChange = (asking: Asking, asked: Asked) => Collected;

/**
 * Saves what staff changed of 収集情報, with the documents that it makes. What is there already is no change: nothing is
 * written, so that a form that is sent twice is saved once.
 * @param version that of what the form showed. Refuses `collected_moved` when that has moved on, and `collect_status`
 */
export async function saveChange(
  { services, tenant }: Pick<State, "services" | "tenant">,
  { user, stores, group, member: { employee } }: OpenPart,
  version: string,
  change: CollectedChange,
): Promise<void> {
  const [settings, { address }] = await Promise.all([
    stores.settings.ofGroup(group.id),
    stores.settings.ofTenant(),
  ]);
  const context = { year: tenant.year, printedAddress: address };

  async function plan(member: Asked, at: number) {
    const asking = await askingOf(stores, tenant.year, member);
    const next = sound(withoutStrayPictures(change(asking, member)));
    const changed = changedReviews(member.request, asking.collected, next, context);
    const acted = saveCollected(member.request, documentsFor(tenant.year, next, settings), at, changed);
    const isSame = alikeValues(next, asking.collected) &&
      (isRefused(acted) || alikeValues(acted.request, member.request));
    const isMoved = !isSame && version !== await versionOf(asking.collected);
    return { before: asking.collected, next, acted, isSame, isMoved };
  }

  const found = await stores.members.byId(employee.id);
  if (!found?.request) throw new Refusal("not_found");
  const { acted, isSame } = await plan({ ...found, request: found.request }, 0);
  if (isSame && !isRefused(acted)) return;
  let planned: Awaited<ReturnType<typeof plan>>;
  await services.requestChanges(tenant).act(group, employee.id, user, {
    async act({ member }, at): Promise<Acted> {
      planned = await plan(member, at);
      return planned.isMoved ? { refuse: "collected_moved", params: {} } : planned.acted;
    },
    more: ({ member }) => [
      ...collectedWrites(stores, member, planned.before, planned.next),
      ...(picturesIn(planned.before) === picturesIn(planned.next)
        ? []
        : stores.pictures.dropUnnamed(member.employee.id)),
    ],
  });
}

function picturesIn({ declaration }: Collected): number {
  return declaration.pictures.length;
}

/** Refuses what no form of ours sends and no store would read again. */
function sound(collected: Collected): Collected {
  const { declaration, insurance, housingLoan } = collected;
  const fits = declarationSchema.safeParse(declaration).success &&
    insuranceSchema.safeParse(insurance).success &&
    (housingLoan === null || housingLoanSchema.safeParse(housingLoan).success);
  if (!fits) throw new Refusal("bad_request", { what: "収集情報" });
  return collected;
}
