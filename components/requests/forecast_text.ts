import type { Count, GroupForecast } from "../../domain/request_acts/forecast.ts";
import type { MenuItem } from "../../jobs/service.ts";

/** Until the numbers are there. */
export const COUNTING = "選択した依頼を数えています。";
/** Where they could not be had. */
export const UNCOUNTED =
  "選択した依頼を数えられませんでした。処理できない依頼は変更せず、エラーとして一覧にします。";

/** What an operation would come to, in sentences. */
export function forecastTexts(
  { chosen, possible, refused, unreachable, closedOn }: GroupForecast,
): string[] {
  return [
    `選択した依頼${number(chosen)}のうち、${number(possible)}を処理できます。`,
    ...(closedOn && !(possible.exact && possible.n === 0) ? [closedText(closedOn)] : []),
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

/** What becomes of those who are asked by a group that has closed (reference/screens.md §3). */
function closedText(closedOn: string): string {
  return `注意：この依頼グループは受付終了日（${
    closedOn.replaceAll("-", "/")
  }）を過ぎています。依頼を送信しても従業員は回答できず、次の午前8時に「回答期限切れ」になります。` +
    "先に［再通知・締切設定］で受付終了日を延ばすか、空にしてください。";
}

/** 1,234件, or 1,234件以上. */
function number({ n, exact }: Count): string {
  return `${n.toLocaleString("ja-JP")}件${exact ? "" : "以上"}`;
}

/** The operation as a page without JavaScript asks for it: with its numbers, and with those of each choice. */
export function withForecasts(item: MenuItem, forecasts: Readonly<Record<string, GroupForecast>>): MenuItem {
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
