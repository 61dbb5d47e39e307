import type { Address } from "../address.ts";
import { CERTIFICATE_LABELS, type Disability } from "../declaration/disability.ts";
import type { Band } from "../tax/bands.ts";

/** YYYY/MM/DD; "" where nothing is said. */
export function dayText(day: string | null): string {
  return day?.replaceAll("-", "/") ?? "";
}

/** 郵便番号 and address in one line, the lines of one abroad apart; "" where nothing is said. */
export function addressText(address: Address | null): string {
  if (!address) return "";
  const { zip, prefecture, city, street, building, country } = address;
  const lines = country === ""
    ? [prefecture + city + street, building]
    : [prefecture, city, street, building];
  const place = lines.filter((text) => text !== "").join(" ");
  return [zip && `〒${zip}`, place, country && `（${country}）`].filter((text) => text !== "").join(" ");
}

/** 異動月日及び事由: the days with what happened. */
export function changeText(changes: readonly [day: string | null, reason: string][]): string {
  return changes.map(([day, reason]) => [dayText(day), reason].filter((text) => text !== "").join(" "))
    .filter((text) => text !== "").join("、");
}

/** 障害者手帳の種類 and 交付年月日, as 左記の内容 tells them. */
export function disabilityText(disability: Disability | null): string {
  if (!disability) return "";
  const { certificate, detail, issuedOn } = disability;
  const name = certificate === null || certificate === "other"
    ? detail
    : CERTIFICATE_LABELS[certificate] + (detail && ` ${detail}`);
  return [name, issuedOn && `${dayText(issuedOn)}交付`].filter((text) => !!text).join("、");
}

/** Bands of incomes as 控除額の計算 lists them; the first begins above `over` yen. */
export function bandTexts(bands: readonly Pick<Band, "upTo">[], over = 0): string[] {
  return bands.map(({ upTo }, i) => {
    const above = i === 0 ? over : bands[i - 1]!.upTo;
    return `${above === 0 ? "" : `${tenThousands(above)}超 `}${tenThousands(upTo)}以下`;
  });
}

/** The band among {@link bandTexts} that an income lies in; beyond the last one. */
export function bandText(bands: readonly Pick<Band, "upTo">[], income: number, over = 0): string {
  const at = bands.findIndex(({ upTo }) => income <= upTo);
  return bandTexts(bands, over)[at] ?? `${tenThousands(bands.at(-1)!.upTo)}超`;
}

/** Yen as forms print the figures of tables. */
export function tenThousands(yen: number): string {
  return `${(yen / 10_000).toLocaleString("ja-JP")}万円`;
}
