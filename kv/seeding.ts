import { z } from "zod";
import type { Employee } from "../domain/employee.ts";
import type { Request } from "../domain/request.ts";
import { type Committer, set } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import { admit } from "./member_writes.ts";
import { memberStore } from "./members.ts";
import { read } from "./read.ts";
import { readGuards, seal } from "./write.ts";

/** How far a tenant's sample data got: everybody before number `next` is stored. */
const seededSchema = z.object({ v: z.literal(1), next: z.number().int() });

/**
 * People in a commit: about 8 keys and 2.5 KB each, of 1,000 mutations, 80 KiB of keys and 800 KB that one takes
 * (reference/kv.md §1).
 */
const BATCH = 100;

/** A target with its 依頼 (null: in no group), as person number `i`; null: not a target. */
export type MemberAt = (i: number) => { employee: Employee; request: Request | null } | null;

/**
 * Stores the first `total` people of a made-up company. Each commit moves the mark that it checks, so a process that
 * is killed goes on where it was, two processes do not store anybody twice, and a larger `total` adds the rest later.
 * What people changed meanwhile stays.
 */
export async function seedMembers(
  kv: Deno.Kv,
  committer: Committer,
  ref: YearRef,
  total: number,
  memberAt: MemberAt,
): Promise<void> {
  const members = memberStore(kv, ref);
  for (;;) {
    const mark = await read(kv, yearKeys.seeded(ref.id), seededSchema);
    const from = mark.value?.next ?? 0;
    if (from >= total) return;
    const to = Math.min(total, from + BATCH);
    const batch = Array.from({ length: to - from }, (_, n) => memberAt(from + n)).filter((found) =>
      found !== null
    );
    const groups = new Set(batch.map(({ employee }) => employee.groupId));
    const guards = await readGuards(kv, [...groups].map(members.guard));
    const change = seal(guards, batch.flatMap(({ employee, request }) => admit(ref, employee, request)));
    const next: z.infer<typeof seededSchema> = { v: 1, next: to };
    await committer.commit({
      checks: [...change.checks, { key: mark.key, versionstamp: mark.versionstamp }],
      mutations: [...change.mutations, set(mark.key, next)],
    }, "bulk");
  }
}
