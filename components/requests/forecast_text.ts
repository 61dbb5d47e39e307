import type { Count, Forecast } from "../../domain/request_acts/forecast.ts";
import type { MenuItem } from "../../jobs/service.ts";

/** Until the numbers are there. */
export const COUNTING = "選択した依頼を数えています。";
/** Where they could not be had. */
export const UNCOUNTED =
  "選択した依頼を数えられませんでした。処理できない依頼は変更せず、エラーとして一覧にします。";

/** What an operation would come to, in sentences. */
export function forecastTexts({ chosen, possible, refused, unreachable }: Forecast): string[] {
  return [
    `選択した依頼${number(chosen)}のうち、${number(possible)}を処理できます。`,
    ...(unreachable.n > 0
      ? [
        `このうち${
          number(unreachable)
        }は、従業員のメールアドレスが登録されていないため、メールは送りません。`,
      ]
      : []),
    ...refused.map(({ cause, count }) => `${number(count)}は処理できません（${cause}）。`),
  ];
}

/** 1,234件, or 1,234件以上. */
function number({ n, exact }: Count): string {
  return `${n.toLocaleString("ja-JP")}件${exact ? "" : "以上"}`;
}

/** The operation as a page without JavaScript asks for it: with its numbers, and with those of each choice. */
export function withForecasts(item: MenuItem, forecasts: Readonly<Record<string, Forecast>>): MenuItem {
  const { dialog } = item;
  const [field] = dialog.fields;
  const [first] = Object.values(forecasts);
  if (!first) return item;
  if (!field) return withTexts(item, forecastTexts(first));
  const choices = field.choices.map(({ value, label }) => {
    const forecast = forecasts[value];
    return { value, label: forecast ? `${label}：${number(forecast.possible)}を処理できます` : label };
  });
  const text = `選択した依頼は${
    number(first.chosen)
  }です。処理できない依頼は変更せず、エラーとして一覧にします。`;
  return withTexts({ ...item, dialog: { ...dialog, fields: [{ ...field, choices }] } }, [text]);
}

function withTexts(item: MenuItem, texts: string[]): MenuItem {
  return { ...item, dialog: { ...item.dialog, description: [...item.dialog.description, ...texts] } };
}
