import { Refusal, Unavailable } from "../domain/errors.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import type { Probe } from "../domain/source_settings.ts";
import type { MasterSource } from "./source.ts";

/** What leaves the other questions open: one right may be missing where others are there. */
const PARTIAL: readonly ReasonCode[] = ["source_forbidden", "source_company_missing"];

/** What a job asks for, from the cheapest; nobody's record is read. */
const QUESTIONS: readonly (readonly [string, (source: MasterSource) => Promise<string>])[] = [
  ["会社情報", async (source) => (await source.company()).name],
  ["従業員情報", async (source) => `${(await source.countEmployees()).toLocaleString("ja")}名`],
  ["事業所", async (source) => `${(await source.establishments()).length}件`],
  ["続柄", async (source) => `${(await source.relations()).length}件`],
  ["権限", (source) => rolesOf(source)],
];

/** Tries what jobs will ask of a source, one after the other, and stops where all others would fail alike. */
export async function probe(source: MasterSource): Promise<Probe[]> {
  const probes: Probe[] = [];
  for (const [what, ask] of QUESTIONS) {
    try {
      probes.push({ what, found: await ask(source), problem: null });
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof Unavailable)) throw error;
      const params = error instanceof Refusal ? error.params : {};
      probes.push({ what, found: null, problem: { code: error.code, params } });
      if (!PARTIAL.includes(error.code)) break;
    }
  }
  return probes;
}

/** The first page of accounts is enough to know that they may be read. */
async function rolesOf(source: MasterSource): Promise<string> {
  for await (const roles of source.roles()) return roles.map(({ name }) => name).join("、") || "なし";
  return "なし";
}
