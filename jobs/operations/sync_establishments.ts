import { Refusal } from "../../domain/errors.ts";
import type { Company, Establishment, RelationEntry } from "../../domain/master.ts";
import type { MasterCopyStore } from "../../domain/stores.ts";
import type { MasterSource } from "../../sources/source.ts";
import type { Change, Effect, Unit } from "../job.ts";
import { defineOperation } from "../operation.ts";
import { isTooLarge } from "../record_size.ts";

/** Ids of 事業所 are parts of keys. */
const MAX_ID_CHARS = 200;

/**
 * Row 1: 年末調整メニュー › 事業所情報同期. Copies 会社情報, 事業所 and 続柄 of the master into the year; what the master has
 * no more goes (reference/imports.md §2.1).
 */
export const syncEstablishments = defineOperation({
  kind: "sync_establishments",
  screen: "menu",
  menu: null,
  label: "事業所情報同期",
  scope: "all",
  permission: "admin",
  rerun: "free",
  lane: "light",
  exclusive: "tenant",
  title: () => "事業所情報の同期",
  dialog: {
    title: "事業所情報の同期",
    description: [
      "基本機能の会社情報・事業所情報と続柄を、この年末調整に反映します。",
      "書類に印字される内容は、同期が終わるとすぐに変わります。依頼の状況や回答は変わりません。",
    ],
    button: "同期",
  },
  async run(job) {
    const { masters } = job.data;
    const master = await readMaster(job.source);
    const present = presentSteps(master).map((step, i) => ({ line: i + 1, key: "", step }));
    const removed = Number(job.position?.removed ?? 0);
    const gone = (await goneSteps(master, masters)).map((step, i) => ({
      line: present.length + removed + i + 1,
      key: "",
      // Removed ones are not met again: an attempt that goes on begins with the first of the rest.
      position: { line: present.length, removed: removed + i + 1 },
      step,
    }));
    job.expect(present.length + removed + gone.length);
    const rest = present.slice(Number(job.position?.line ?? 0));
    await job.apply<StepUnit, null>([...rest, ...gone], effectOf(masters));
    return job.summary({
      done: { establishment: "事業所情報を同期しました（事業所{n}件、", relation: "続柄{n}件）。" },
      lines: {
        company: "件の会社情報を同期しました。",
        establishment: "件の事業所を同期しました。",
        relation: "件の続柄を同期しました。",
        removed: "件は基本機能にないため削除しました。",
      },
    });
  },
});

type Step =
  | { what: "company"; company: Company }
  | { what: "establishment"; id: string; establishment: Establishment | null }
  | { what: "relation"; place: number; relation: RelationEntry | null };

type StepUnit = Unit & { step: Step };

interface Master {
  company: Company;
  establishments: Establishment[];
  relations: RelationEntry[];
}

async function readMaster(source: MasterSource): Promise<Master> {
  const [company, establishments, relations] = await Promise.all([
    source.company(),
    source.establishments(),
    source.relations(),
  ]);
  if (isTooLarge(company)) throw new Refusal("source_unreadable", { where: "会社情報" });
  if (establishments.some((one) => isTooLarge(one) || one.sourceId.length > MAX_ID_CHARS)) {
    throw new Refusal("source_unreadable", { where: "事業所" });
  }
  if (relations.some(isTooLarge)) throw new Refusal("source_unreadable", { where: "続柄" });
  return { company, establishments, relations };
}

/** What the source has, in its order: an attempt that goes on meets the same. */
function presentSteps({ company, establishments, relations }: Master): Step[] {
  return [
    { what: "company", company },
    ...establishments.map((one) => ({
      what: "establishment" as const,
      id: one.sourceId,
      establishment: one,
    })),
    ...relations.map((relation, place) => ({ what: "relation" as const, place, relation })),
  ];
}

/** What is stored and has gone from the source. */
async function goneSteps({ establishments, relations }: Master, masters: MasterCopyStore): Promise<Step[]> {
  const ids = new Set(establishments.map(({ sourceId }) => sourceId));
  const stored = await masters.establishments();
  const places = (await masters.relations()).keys().toArray().slice(relations.length);
  return [
    ...stored.filter(({ sourceId }) => !ids.has(sourceId))
      .map(({ sourceId: id }) => ({ what: "establishment" as const, id, establishment: null })),
    // The last first: what is left when an attempt ends in between still lies in places from 0 on, without a gap.
    ...places.toReversed().map((place) => ({ what: "relation" as const, place, relation: null })),
  ];
}

function effectOf(masters: MasterCopyStore): Effect<StepUnit, null> {
  return {
    guards: [masters.guard()],
    read: (units) => Promise.resolve(units.map(() => null)),
    change: ({ step }) => changeOf(masters, step),
  };
}

function changeOf(masters: MasterCopyStore, step: Step): Change {
  switch (step.what) {
    case "company":
      return { count: "company", writes: masters.putCompany(step.company) };
    case "establishment":
      return step.establishment
        ? { count: "establishment", writes: masters.putEstablishment(step.establishment) }
        : { count: "removed", writes: masters.removeEstablishment(step.id) };
    case "relation":
      return step.relation
        ? { count: "relation", writes: masters.putRelation(step.place, step.relation) }
        : { count: "removed", writes: masters.removeRelation(step.place) };
  }
}
