import type { Insurance } from "../../domain/insurance.ts";
import type { LimitGroup } from "../../domain/insurance_rules.ts";
import type { ReasonCode } from "../../domain/reasons.ts";
import { notRequested, requestedReason } from "../../domain/request.ts";
import type { Member, MemberStore } from "../../domain/stores.ts";
import type { Guard } from "../../domain/write.ts";
import type { Change, Effect, Job, Unit } from "../job.ts";
import { targetUnknown, zeroPadded } from "../zero_padded.ts";

/** A target with what is insured. */
export interface Insured {
  member: Member;
  insurance: Insurance;
}

/** Whom a 社員番号 names; `withZeros`: the one it would be, had its leading zeros not been lost. */
type Found = Insured | { withZeros: string | null };

/**
 * How an import changes the insurance of the people that its units name by 社員番号, wherever they are: only targets
 * whose 依頼 is 未依頼 come to `change`, the others are refused with what everybody is told.
 */
export function insuredEffect<U extends Unit>(
  { data }: Pick<Job, "data">,
  change: (unit: U, insured: Insured) => Change,
): Effect<U, Found> {
  const { members } = data;
  return {
    guards: (units) => guardsOfPlaces(units, members),
    read: (units) => findInsured(units.map(({ key }) => key), data),
    change(unit, found) {
      if (!("member" in found)) return targetUnknown(found.withZeros);
      return refusedByStatus(found.member) ?? change(unit, found);
    },
  };
}

/** For units that name people by 社員番号: the guard of wherever each of them is. */
export async function guardsOfPlaces(
  units: readonly Unit[],
  members: Pick<MemberStore, "placesOf" | "guard">,
): Promise<Guard[][]> {
  const places = await members.placesOf(units.map(({ key }) => key));
  return places.map((place) => place === undefined ? [] : [members.guard(place)]);
}

/** The refusal of somebody whose 依頼 went out already, or null. */
export function refusedByStatus(member: Member): Change | null {
  if (notRequested(member)) return null;
  const { code, params } = requestedReason(member.request!);
  return { refuse: code, params };
}

const TOO_MANY: Record<LimitGroup, ReasonCode> = {
  life: "too_many_life",
  earthquake: "too_many_earthquake",
  social: "too_many_social",
};

/** The refusal of contracts that would break a limit. */
export function tooMany({ key }: Unit, broken: LimitGroup): Change {
  return { refuse: TOO_MANY[broken], params: { code: key } };
}

async function findInsured(codes: string[], data: Job["data"]): Promise<Found[]> {
  const found = await data.members.byCodes(codes);
  const [insurances, hints] = await Promise.all([
    data.insurance.of(found.flatMap((member) => member ? [member.employee.id] : [])),
    zeroPadded(codes.filter((_, i) => !found[i]), { data }),
  ]);
  let i = 0;
  return found.map((member, n) =>
    member ? { member, insurance: insurances[i++]! } : { withZeros: hints.get(codes[n]!) ?? null }
  );
}
