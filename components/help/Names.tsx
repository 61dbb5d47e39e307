const NAME = /(［[^］]{1,16}］)/;

/** A text in which no ［name of a button or screen］ is broken between two lines. */
export function Names({ text }: { text: string }) {
  return (
    <>
      {text.split(NAME).map((piece, i) =>
        NAME.test(piece) ? <span key={i} class="whitespace-nowrap">{piece}</span> : piece
      )}
    </>
  );
}
