import {
  type AnswerDraft,
  isChanged,
  versionOf,
  type Working,
  workingOf,
} from "../../domain/answering/draft.ts";
import { alikeValues } from "../../domain/answering/fields/canonical.ts";
import type { Asking } from "../../domain/answering/page.ts";
import { firstOpen, sectionsDone } from "../../domain/answering/progress.ts";
import { missingProof, proofText } from "../../domain/answering/proofs.ts";
import { now } from "../../domain/clock.ts";
import { isClosed } from "../../domain/deadline.ts";
import { candidateFor } from "../../domain/declaration/candidate.ts";
import type { Collected } from "../../domain/declaration/collected.ts";
import { documentsFor } from "../../domain/declaration/documents.ts";
import { withoutStrayPictures } from "../../domain/declaration/picture_subjects.ts";
import { Refusal } from "../../domain/errors.ts";
import { changedReviews } from "../../domain/forms/changed.ts";
import {
  type Changes,
  restart,
  resubmit,
  startAnswering,
  submit,
} from "../../domain/request_acts/answering.ts";
import type { Request } from "../../domain/request.ts";
import type { Acted } from "../../domain/request_acts/acted.ts";
import type { Member, Stores } from "../../domain/stores.ts";
import type { Write } from "../../domain/write.ts";
import type { PageAct } from "../../kv/request_changes.ts";
import type { State } from "../state.ts";
import { askingOf, type Own } from "./own.ts";

/** Where the acts of one employee go. */
type Place = Pick<State, "services" | "tenant">;

/** What a page changes of the answers. Throws a Refusal. */
export type AnswerChange = (asking: Asking) => Collected;

/**
 * Saves what a page changes, in one commit: 依頼中 becomes 入力中; of a 修正依頼中 the draft is written. Saving what is there
 * already is no change, so that a form that is sent twice is saved once.
 * @param version that of the answers that the form showed; null: a change that fits whatever they are. Refuses
 * `answers_moved` when they have moved on.
 */
export async function saveAnswers(
  place: Place,
  own: Own,
  version: string | null,
  change: AnswerChange,
): Promise<void> {
  await actOn(place, own, {
    act: async ({ member: { request } }) => {
      if (request.status === "correcting") return { request, history: [] };
      return await closed(own) ?? startAnswering(request);
    },
    async more({ member }) {
      const working = await workingOf(own.stores, member);
      const next = withProgress(own, withoutStrayPictures(change(askingOf(own, working.collected))));
      if (alikeValues(next, working.collected)) return [];
      if (version !== null && version !== working.version) throw new Refusal("answers_moved");
      return member.request.status === "correcting"
        ? [
          ...own.stores.answerDrafts.put(member, await draftOf(working, next)),
          ...await pictureWrites(own.stores, member, [working.stored, next]),
        ]
        : [
          ...collectedWrites(own.stores, member, working.stored, next),
          ...await pictureWrites(own.stores, member, [next]),
        ];
    },
  });
}

/** The questionnaire is finished, or corrected. Refuses `answers_lacking`, `nothing_changed` and as saving does. */
export async function submitAnswers(place: Place, own: Own, version: string): Promise<void> {
  let working: Working;
  await actOn(place, own, {
    async act({ member }, at) {
      const { request } = member;
      working = await workingOf(own.stores, member);
      if (request.status !== "correcting") {
        const refused = await closed(own);
        if (refused) return refused;
      }
      const { collected } = working;
      const needed = documentsFor(own.year, collected, await own.stores.settings.ofGroup(own.group.id));
      const candidate = candidateFor(own.year, collected);
      const acted = request.status === "correcting"
        ? resubmit(request, needed, candidate, await changesOf(own, request, working), at)
        : submit(request, needed, candidate, at);
      if ("refuse" in acted) return acted;
      if (version !== working.version) return { refuse: "answers_moved", params: {} };
      return lacking(own, request, collected) ?? acted;
    },
    more: async ({ member }) => [
      ...collectedWrites(own.stores, member, working.stored, working.collected, true),
      ...own.stores.answerDrafts.put(member, null),
      ...await pictureWrites(own.stores, member, [working.collected]),
    ],
  });
}

/** What a correction changed of what was submitted, and of the documents that it made. */
async function changesOf({ stores, year }: Own, request: Request, working: Working): Promise<Changes> {
  if (!isChanged(working)) return { any: false, of: [] };
  const { address } = await stores.settings.ofTenant();
  const { stored, collected } = working;
  return { any: true, of: changedReviews(request, stored, collected, { year, printedAddress: address }) };
}

/** Refuses while something has to be answered, or shown. */
function lacking(own: Own, request: Request, collected: Collected): Acted | null {
  const asking = askingOf(own, collected);
  const open = firstOpen(request, asking);
  if (open) return { refuse: "answers_lacking", params: { page: open.title } };
  const proof = missingProof(asking, own.settings);
  return proof && { refuse: "pictures_missing", params: { proof: proofText(proof) } };
}

/** アンケートのやり直し: what was answered stays as a proposal, what was seen and 回答履歴 go. */
export async function restartAnswers(place: Place, own: Own): Promise<void> {
  await actOn(place, own, {
    act: ({ member: { request } }) => restart(request),
    async more({ member }) {
      const { stored } = await workingOf(own.stores, member);
      const declaration = { ...stored.declaration, answers: {}, progress: [] };
      return [
        ...own.stores.declarations.put(member, declaration),
        ...own.stores.answerDrafts.put(member, null),
        ...own.stores.pictures.dropUnnamed(member.employee.id),
      ];
    },
  });
}

async function actOn({ services, tenant }: Place, { user, group, member }: Own, act: PageAct): Promise<void> {
  await services.requestChanges(tenant).act(group, member.employee.id, user, act);
}

/** Refuses where the group has closed meanwhile. */
async function closed({ stores, group }: Own): Promise<Acted | null> {
  const present = await stores.groups.get(group.id);
  return present && isClosed(present, now()) ? { refuse: "answer_closed", params: {} } : null;
}

function withProgress(own: Own, collected: Collected): Collected {
  const progress = sectionsDone(askingOf(own, collected));
  return { ...collected, declaration: { ...collected.declaration, progress } };
}

async function draftOf({ stored }: Working, next: Collected): Promise<AnswerDraft> {
  return { v: 1, base: await versionOf(stored), ...next };
}

/**
 * Keeps the pictures that answers name from now on, and lets those go that nothing names any more: neither these answers
 * nor what 未依頼に戻す comes back to.
 */
async function pictureWrites(
  stores: Stores,
  { employee }: Member,
  named: readonly Collected[],
): Promise<Write[]> {
  const [kept, [point]] = await Promise.all([
    stores.pictures.kept(employee.id),
    stores.declarations.restorePoints([employee.id]),
  ]);
  const now = new Set(named.flatMap(({ declaration }) => declaration.pictures.map(({ id }) => id)));
  const before = new Set(point?.declaration?.pictures.map(({ id }) => id));
  const known = new Set(kept);
  return [
    ...[...now].filter((id) => !known.has(id)).flatMap((id) => stores.pictures.keep(employee.id, id)),
    ...kept.filter((id) => !now.has(id) && !before.has(id)).flatMap((id) =>
      stores.pictures.drop(employee.id, id)
    ),
  ];
}

/** The writes of what differs; `all`: the declaration also where it does not, so that it is there from now on. */
function collectedWrites(
  stores: Stores,
  member: Member,
  before: Collected,
  after: Collected,
  all = false,
): Write[] {
  const same = (part: keyof Collected) => alikeValues(before[part], after[part]);
  return [
    ...(all || !same("declaration") ? stores.declarations.put(member, after.declaration) : []),
    ...(same("insurance") ? [] : stores.insurance.put(member, after.insurance)),
    ...(same("housingLoan") ? [] : stores.housingLoans.put(member, after.housingLoan)),
  ];
}
