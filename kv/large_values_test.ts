import assert from "node:assert/strict";
import fc from "fast-check";
import { z } from "zod";
import { type Declaration, declarationSchema } from "../domain/declaration/declaration.ts";
import { type RestorePoint, restorePointSchema } from "../domain/declaration/restore_point.ts";
import { type Contract, CONTRACT_LIMITS } from "../domain/insurance.ts";
import { committerOf } from "./commit.ts";
import { readLarge, removeLarge, setLarge } from "./large_values.ts";

/** The largest value that a schema allows: every text and list as long as it may be, everything optional there. */
function largest(schema: z.ZodType, sign = "漢"): unknown {
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, inner]) => [key, largest(inner as z.ZodType, sign)]),
    );
  }
  if (schema instanceof z.ZodArray) {
    const { maxLength, element } = described(schema);
    return Array.from({ length: maxLength }, () => largest(element, sign));
  }
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return largest(schema.unwrap() as z.ZodType, sign);
  }
  if (schema instanceof z.ZodString) return sign.repeat(schema.maxLength ?? 60);
  if (schema instanceof z.ZodNumber) return Math.min(schema.maxValue ?? Infinity, 9_999_999_999);
  if (schema instanceof z.ZodBoolean) return false;
  if (schema instanceof z.ZodEnum) return longest(schema.options as string[]);
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodRecord) {
    return Object.fromEntries(Array.from({ length: 110 }, (_, n) => [String(1000 + n), sign.repeat(100)]));
  }
  throw new Error(`no largest value of ${schema.constructor.name}`);
}

function longest(options: readonly string[]): string {
  return [...options].sort((a, b) => b.length - a.length)[0]!;
}

/** A list without a limit of its own is one of choices. */
function described(schema: z.ZodArray) {
  const check = (schema.def.checks ?? []).map((one) => one._zod.def as { check: string; maximum?: number })
    .find(({ check }) => check === "max_length");
  return { maxLength: check?.maximum ?? 8, element: schema.element as z.ZodType };
}

const LARGEST = largest(declarationSchema) as Declaration;
/** Written by somebody who fills everything with what JSON writes as two characters. */
const QUOTED = largest(declarationSchema, '"') as Declaration;

/** Stores a value, reads it, deletes it; answers how many keys it took. KV itself refuses a value of more than 64 KiB. */
async function roundTrip<T>(kv: Deno.Kv, value: T, schema: z.ZodType<T>): Promise<number> {
  const committer = committerOf(kv);
  const key = ["large"];
  await committer.commit({ checks: [], mutations: setLarge(key, value) });
  assert.deepEqual(await readLarge(kv, (name) => [name], ["large", "none"], schema), [value, null]);
  const entries = await Array.fromAsync(kv.list({ prefix: [] }));
  await committer.commit({ checks: [], mutations: removeLarge(key) });
  assert.deepEqual(await Array.fromAsync(kv.list({ prefix: [] })), []);
  return entries.length;
}

Deno.test("the largest declaration is stored and read", async () => {
  using kv = await Deno.openKv(":memory:");
  assert.deepEqual(declarationSchema.parse(LARGEST), LARGEST);
  for (const declaration of [LARGEST, QUOTED]) {
    assert(await roundTrip(kv, declaration, declarationSchema) > 1);
  }
});

Deno.test("so is the largest restore point, with 20, 10 and 20 contracts", async () => {
  using kv = await Deno.openKv(":memory:");
  const { life, earthquake, social } = CONTRACT_LIMITS;
  const insurance = {
    v: 1 as const,
    contracts: Array<Contract>(life + earthquake + 2 * social).fill(CONTRACT),
    dc: { amount: 999_999_999, editable: false },
    registered: Array<string>(30).fill("f".repeat(64)),
  };
  for (const declaration of [LARGEST, QUOTED]) {
    const point: RestorePoint = { v: 1, takenAt: 1, declaration, insurance, documents: {} };
    assert(await roundTrip(kv, point, restorePointSchema) > 1);
  }
});

Deno.test("whatever is stored is read again, in one key or several", async () => {
  using kv = await Deno.openKv(":memory:");
  const texts = fc.array(fc.string({ unit: fc.constantFrom("漢", "é", "a", '"', "😀"), maxLength: 3_000 }), {
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(texts, async (list) => {
      await roundTrip(kv, { v: 1 as const, list }, z.object({ v: z.literal(1), list: z.array(z.string()) }));
    }),
    { numRuns: 40 },
  );
});

Deno.test("values around the border of one key fit", async () => {
  using kv = await Deno.openKv(":memory:");
  const numbers = (length: number) =>
    Array.from({ length }, (_, n) => n % 2 === 0 ? 0.5 : 1_700_000_000_000 + n);
  for (const length of [2_900, 3_000, 3_100, 3_200, 3_300, 3_400]) {
    await roundTrip(kv, numbers(length), z.array(z.number()));
  }
  for (const length of [27_997, 27_998, 27_999, 40_000, 56_000]) {
    await roundTrip(kv, "漢".repeat(length), z.string());
  }
});

Deno.test("what no number of parts can hold is refused before anything is written", () => {
  assert.throws(() => setLarge(["large"], "a".repeat(260_000)), RangeError);
});

const CONTRACT: Contract = {
  id: "c".repeat(40),
  kind: "earthquake",
  source: "last_year",
  company: "漢".repeat(50),
  type: "漢".repeat(30),
  period: "漢".repeat(20),
  holder: "漢".repeat(40),
  beneficiary: "漢".repeat(40),
  relation: "漢".repeat(20),
  generation: "new",
  quake: "old_long_term",
  social: "national_pension",
  paymentStartsOn: "2030-01-01",
  amount: 999_999_999,
  policyNumber: "漢".repeat(30),
  editable: false,
  electronic: false,
};
