import type { PreviousJob, PreviousJobAnswers } from "../../domain/declaration/previous_job.ts";
import type { Request } from "../../domain/request.ts";
import { dayIn, inOneLine, type Turn } from "./answers_turn.ts";
import { drawAddress } from "./places.ts";

const EMPLOYERS = ["株式会社見本物流", "架空食品株式会社", "有限会社サンプル印刷"] as const;
const SLIPS = ["ordered", "at_hand", "handed_in"] as const;

/** What the section 前職 holds when it is answered: jobs where there is 前職情報 to check, else none. */
export function answerPreviousJob(turn: Turn, { previousJob }: Request): PreviousJobAnswers {
  const none: PreviousJobAnswers = {
    otherEmployer: false,
    stillThere: null,
    payThere: null,
    submitsHere: null,
    submitsHereNextYear: null,
    leftEmployer: null,
    payBefore: null,
    slipAvailable: null,
    knowsConsequence: null,
    knowsNoAdjustment: null,
    jobs: [],
  };
  if (!previousJob) return none;
  const jobs = Array.from({ length: 1 + turn.place % 3 }, (_, n) => jobOf(turn, n));
  return {
    ...none,
    otherEmployer: true,
    stillThere: false,
    leftEmployer: true,
    payBefore: turn.draws.pick(["A", "C"] as const),
    slipAvailable: true,
    jobs,
  };
}

/** A job that was left this year. */
export function jobOf(turn: Turn, n: number): PreviousJob {
  const { draws, company: { year } } = turn;
  const address = drawAddress(draws);
  const paid = 10_000 * (40 + draws.int(200));
  const leftOn = dayIn(turn, year);
  return {
    id: `sample-job-${draws.int(1_000_000)}`,
    slip: SLIPS[(Math.floor(turn.place / 3) + n) % SLIPS.length]!,
    lastPaidOn: leftOn,
    leftOn,
    paid,
    withheld: Math.floor(paid * 0.03),
    socialInsurance: Math.floor(paid * 0.14),
    mutualAid: draws.oneIn(2) ? 12_000 * (1 + draws.int(5)) : 0,
    zip: address.zip,
    address: inOneLine(address),
    name: draws.pick(EMPLOYERS),
    phone: `03-0000-${String(draws.int(10_000)).padStart(4, "0")}`,
  };
}
