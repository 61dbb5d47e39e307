/** Half-width katakana with its marks and punctuation. */
const HALF_WIDTH = /[\uff61-\uff9f]+/g;

/** Sound marks by themselves, as NFKC leaves them where no kana takes them, and what Shift_JIS has for them. */
const MARKS: Record<string, string> = { "\u3099": "゛", "\u309a": "゜" };

/** Half-width katakana as full-width: ﾔﾏﾀﾞ → ヤマダ. Everything else stays. */
export function fullWidthKana(text: string): string {
  return text.replace(
    HALF_WIDTH,
    (kana) => kana.normalize("NFKC").replace(/[\u3099\u309a]/g, (mark) => MARKS[mark]!),
  );
}
