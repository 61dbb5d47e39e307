import { useEffect, useState } from "preact/hooks";
import type { GroupForecast } from "../../domain/request_acts/forecast.ts";
import { readJson } from "../jobs/read_json.ts";
import type { FormField } from "../members/selection_fields.ts";
import { COUNTING, forecastTexts, UNCOUNTED } from "./forecast_text.ts";

/**
 * What an operation on the chosen 依頼 would come to, asked for whenever its dialog opens: the sentences for the value of
 * its choice, `""` where it asks for none.
 */
export function useForecasts(
  kind: string,
  group: string,
  chosen: readonly FormField[],
  open: boolean,
): (choice: string) => string[] {
  const [answer, setAnswer] = useState<Record<string, GroupForecast> | "counting" | null>("counting");
  useEffect(() => {
    setAnswer("counting");
    if (!open) return;
    const stop = new AbortController();
    const query = new URLSearchParams(chosen.map(([name, value]) => [name, value]));
    readJson<Record<string, GroupForecast>>(`/groups/${group}/selections/${kind}?${query}`, stop.signal)
      .then((forecasts) => !stop.signal.aborted && setAnswer(forecasts));
    return () => stop.abort();
  }, [open]);
  return (choice) => {
    if (answer === "counting") return [COUNTING];
    const forecast = answer?.[choice];
    return forecast ? forecastTexts(forecast) : [UNCOUNTED];
  };
}
