/** Half-width katakana with its marks and punctuation. */
const HALF_WIDTH = /[\uff61-\uff9f]+/g;

/**
 * What NFKC makes of half-width kana that Shift_JIS lacks, and what it has instead: sound marks by themselves, where
 * no kana takes them, and the two kana that Unicode alone writes with one.
 */
const WRITABLE: Record<string, string> = { "\u3099": "゛", "\u309a": "゜", "ヷ": "ワ゛", "ヺ": "ヲ゛" };

/** Half-width katakana as full-width: ﾔﾏﾀﾞ → ヤマダ. Everything else stays. */
export function fullWidthKana(text: string): string {
  return text.replace(
    HALF_WIDTH,
    (kana) => kana.normalize("NFKC").replace(/[\u3099\u309aヷヺ]/g, (mark) => WRITABLE[mark]!),
  );
}
