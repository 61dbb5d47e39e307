import { z } from "zod";
import type { Declaration } from "../domain/declaration/declaration.ts";
import type { RestorePoint } from "../domain/declaration/restore_point.ts";
import type { HousingLoan } from "../domain/housing_loan.ts";
import type { Employee } from "../domain/employee.ts";
import type { Request } from "../domain/request.ts";
import type { Newcomer } from "../domain/stores.ts";
import type { Write } from "../domain/write.ts";
import { baselineWrite } from "./baselines.ts";
import { declarationWrites, pointWrites } from "./declarations.ts";
import { type Committer, set } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { housingLoanWrite } from "./housing_loans.ts";
import { insuranceWrite } from "./insurance.ts";
import { yearKeys } from "./keys.ts";
import { admit } from "./member_writes.ts";
import { memberStore } from "./members.ts";
import { read } from "./read.ts";
import { readGuards, seal } from "./write.ts";

/** How far a tenant's sample data got: everybody before number `next` is stored. */
const seededSchema = z.object({ v: z.literal(1), next: z.number().int() });

/**
 * People in a commit: about 10 keys and, with what they answered, 3 to 16 KB each, of 1,000 mutations, 80 KiB of keys and
 * 800 KB that one takes (reference/kv.md §1).
 */
const BATCH = 50;

/** A target as it is stored. */
export interface SeededMember {
  employee: Employee;
  /** Null: in no group. */
  request: Request | null;
  /** What the master said when they were taken in; `carried` is their insurance. */
  newcomer: Newcomer;
  /** What they answered, their housing loan now, and what was there when they were asked; null: nothing. */
  answers?: { declaration: Declaration; housingLoan: HousingLoan | null; point: RestorePoint | null } | null;
}

/** Person number `i`; null: not a target. */
export type MemberAt = (i: number) => SeededMember | null;

/**
 * Stores the first `total` people of a made-up company. Each commit moves the mark that it checks, so a process that
 * is killed goes on where it was, two processes do not store anybody twice, and a larger `total` adds the rest later.
 * What people changed meanwhile, and whom an older version stored, stays. `past`: a year before the tenant's own.
 */
export async function seedMembers(
  kv: Deno.Kv,
  committer: Committer,
  ref: YearRef,
  total: number,
  memberAt: MemberAt,
  { past = false } = {},
): Promise<void> {
  const members = memberStore(kv, ref);
  const key = past ? yearKeys.seededPast(ref.id, ref.year) : yearKeys.seeded(ref.id);
  for (;;) {
    const mark = await read(kv, key, seededSchema);
    const from = mark.value?.next ?? 0;
    if (from >= total) return;
    const to = Math.min(total, from + BATCH);
    const batch = Array.from({ length: to - from }, (_, n) => memberAt(from + n)).filter((found) =>
      found !== null
    );
    const groups = new Set(batch.map(({ employee }) => employee.groupId));
    const guards = await readGuards(kv, [...groups].map(members.guard));
    const change = seal(guards, batch.flatMap((member) => writesOf(ref, member)));
    const next: z.infer<typeof seededSchema> = { v: 1, next: to };
    await committer.commit({
      checks: [...change.checks, { key: mark.key, versionstamp: mark.versionstamp }],
      mutations: [...change.mutations, set(mark.key, next)],
    }, "bulk");
  }
}

function writesOf(ref: YearRef, { employee, request, newcomer, answers }: SeededMember): Write[] {
  const loan = answers ? answers.housingLoan : newcomer.housingLoan ?? null;
  return [
    ...admit(ref, employee, request),
    baselineWrite(ref, employee.id, newcomer, employee.syncedAt),
    ...(newcomer.carried ? [insuranceWrite(ref, employee.id, newcomer.carried)] : []),
    ...(loan ? [housingLoanWrite(ref, employee.id, loan)] : []),
    ...(answers ? declarationWrites(ref, employee.id, answers.declaration) : []),
    ...(answers?.point ? pointWrites(ref, employee.id, answers.point) : []),
  ];
}
