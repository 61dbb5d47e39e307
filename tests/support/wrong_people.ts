import type { Slip } from "./handmade.ts";

/** 社員番号 of people who serve in slips. */
export interface Wrong {
  /** Somebody who is in the file three times, and somebody who is twice. */
  twice: readonly [string, string];
  /** People whose leading zeros got lost. */
  zeros: readonly string[];
}

/** Rows that name these people instead. The 社員番号 stands first in a row. */
export function as(codes: readonly string[], reason: RegExp): Slip[] {
  return codes.map((code) => [reason, ([, ...rest]) => [code, ...rest]]);
}

/** What every import by 社員番号 refuses, whatever else the row says: 19 rows. */
export function wrongPeople({ twice, zeros }: Wrong, unknown: RegExp): Slip[] {
  const [thrice, pair] = twice;
  return [
    ...as(["999990", "A-17", "９９９９９２", "=A1+1"], unknown),
    ...zeros.slice(0, 4).flatMap((code) =>
      as([code.replace(/^0+/, "")], new RegExp(`${unknown.source}.*先頭の0が消えていませんか（例：${code}）`))
    ),
    ...as([thrice, thrice, thrice], new RegExp(`^次の社員番号が重複しています（${thrice}）`)),
    ...as([pair, ` ${pair}`], new RegExp(`^次の社員番号が重複しています（${pair}）`)),
    ...as(["", "　"], /^社員番号が入力されていません/),
    ...as(["9".repeat(256)], /^社員番号が長すぎます（256文字）/),
    ...wrongWidth(),
  ];
}

/** Rows with fewer or more cells than the header. */
export function wrongWidth(): Slip[] {
  return [
    [/^列の数が項目名と合いません/, (right) => [...right, ""]],
    [/^列の数が項目名と合いません/, (right) => [...right, "余り", "余り"]],
    [/^列の数が項目名と合いません/, (right) => [...right, "余り,\r\nもう1行"]],
  ];
}
