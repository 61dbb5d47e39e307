import { z } from "zod";
import type { HintStore } from "../domain/stores.ts";
import { remove, set } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import { parse } from "./read.ts";
import { asWrite } from "./write.ts";

/** ヒントメッセージ of one question of a group. */
const hintSchema = z.object({ v: z.literal(1), text: z.string() });

/** ヒントメッセージ of one tenant and year, as domain/stores.ts asks for them. They go with their group (kv/groups.ts). */
export function hintStore(kv: Deno.Kv, { id: tenant, year }: YearRef): HintStore {
  return {
    async of(group) {
      const hints = new Map<number, string>();
      for await (const { key, value } of kv.list({ prefix: yearKeys.hints(tenant, year, group) })) {
        hints.set(Number(key.at(-1)), parse([...key], value, hintSchema).text);
      }
      return hints;
    },
    put(group, question, text) {
      const key = yearKeys.hint(tenant, year, group, question);
      const hint: z.infer<typeof hintSchema> = { v: 1, text: text ?? "" };
      return [
        asWrite(text === null ? remove(key) : set(key, hint)),
        asWrite({ type: "tally", guard: yearKeys.guard(tenant, year, group), add: {} }),
      ];
    },
  };
}
