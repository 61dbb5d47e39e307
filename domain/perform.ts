import { now } from "./clock.ts";
import type { RestorePoint } from "./declaration/restore_point.ts";
import { restored, takePoint } from "./declaration/restore.ts";
import type { Declaration } from "./declaration/declaration.ts";
import type { Group } from "./group.ts";
import { entriesOf, namedInHistory, type Teller } from "./history.ts";
import type { HousingLoan } from "./housing_loan.ts";
import { type Insurance, NO_INSURANCE } from "./insurance.ts";
import { type MailDesk, mailDeskOf } from "./mail_desk.ts";
import type { Request } from "./request.ts";
import type { Done } from "./request_acts/acted.ts";
import type { Member, Stores } from "./stores.ts";
import type { Write } from "./write.ts";

/** Who acts on the 依頼 of one group, and what the acts leave; made once a job, or once an act of a page. */
export interface Performer {
  stores: Stores;
  /** The moment of the acts, ms since the epoch. */
  at: number;
  /** How 操作履歴 names who acts; null: the system. */
  who: string | null;
  desk: MailDesk;
}

/** @param actor null: the system */
export async function performerOf(
  stores: Stores,
  actor: Teller | null,
  group: Pick<Group, "id" | "name">,
): Promise<Performer> {
  const [who, desk] = await Promise.all([
    actor && namedInHistory(stores.members, actor).then((name) => name(group.id)),
    mailDeskOf(stores, group),
  ]);
  return { stores, at: now(), who, desk };
}

/** Somebody with a 依頼. */
export type Asked = Member & { request: Request };

/** A 依頼 that is acted on, with what its restore point is made of or gives back where that was read. */
export interface Subject {
  member: Asked;
  /** Null: as the baseline says. */
  declaration: Declaration | null;
  insurance: Insurance;
  point: RestorePoint | null;
  /** What last year left. */
  startLoan: HousingLoan | null;
}

/** True for a member with a 依頼. */
export function isAsked(member: Member | null | undefined): member is Asked {
  return !!member?.request;
}

/** What an act does with the restore point; `none`: nothing of it has to be read. */
export type Restoring = NonNullable<Done["restore"]> | "none";

/** Reads what acting on these needs, in the order given. */
export async function readSubjects(
  { declarations, insurance, members: people }: Stores,
  members: readonly Asked[],
  restoring: Restoring | ((member: Asked) => Restoring),
): Promise<Subject[]> {
  const needs = (member: Asked) => typeof restoring === "function" ? restoring(member) : restoring;
  const idsWith = (need: Restoring) =>
    members.filter((member) => needs(member) === need).map(({ employee }) => employee.id);
  const [taking, giving] = [idsWith("take"), idsWith("back")];
  const [written, insured, points, baselines] = await Promise.all([
    declarations.of(taking),
    insurance.of(taking),
    declarations.restorePoints(giving),
    people.baselines(giving),
  ]);
  const at = new Map([...taking, ...giving].map((id, i) => [id, i < taking.length ? i : i - taking.length]));
  return members.map((member) => {
    const need = needs(member);
    const i = at.get(member.employee.id) ?? -1;
    return {
      member,
      declaration: need === "take" ? written[i] ?? null : null,
      insurance: need === "take" ? insured[i] ?? NO_INSURANCE : NO_INSURANCE,
      point: need === "back" ? points[i] ?? null : null,
      startLoan: need === "back" ? baselines[i]?.housingLoan ?? null : null,
    };
  });
}

/** What carrying an act out comes to. `mail`: whether it went out, where the act sends one. */
export interface Performed {
  writes: Write[];
  mail: "posted" | "no_address" | "off" | "none";
}

/** The writes of an act: the 依頼, its 操作履歴, its mail, and what the restore point takes or gives back. */
export function perform({ stores, at, who, desk }: Performer, subject: Subject, done: Done): Performed {
  const { member } = subject;
  const mail = done.mail ? desk.post(done.mail.kind, member, { comment: done.mail.comment }) : null;
  return {
    writes: [
      ...stores.members.putRequest(member, done.request, entriesOf(done.history, who, at)),
      ...restoreWrites(stores, subject, done, at),
      ...mail?.writes ?? [],
    ],
    mail: mail?.why ?? "none",
  };
}

function restoreWrites(stores: Stores, subject: Subject, { restore }: Done, at: number): Write[] {
  const { member, declaration, insurance, point, startLoan } = subject;
  const { declarations } = stores;
  if (restore === "take") {
    const { documents } = member.request;
    return declarations.putRestorePoint(member, takePoint({ declaration, insurance, documents }, at));
  }
  if (restore !== "back") return [];
  const back = restored(point, startLoan);
  return [
    ...declarations.put(member, back.declaration),
    ...(back.insurance ? stores.insurance.put(member, back.insurance) : []),
    ...stores.housingLoans.put(member, back.housingLoan),
    ...declarations.putRestorePoint(member, null),
    ...leftWrites(stores, member),
  ];
}

/** What else goes with answers that are given back: a draft of a correction, and pictures that came with them. */
function leftWrites({ answerDrafts, pictures }: Stores, member: Asked): Write[] {
  const { status, answeredOnce } = member.request;
  return [
    ...(answeredOnce ? answerDrafts.put(member, null) : []),
    ...(status === "requested" ? [] : pictures.dropUnnamed(member.employee.id)),
  ];
}
