/** How many answers are remembered: what is printed on a form comes back in every document, what is filled in does not. */
const REMEMBERED = 20_000;

/** A function that remembers what it answered; `keyOf` tells which questions are the same. Its answers are not changed. */
export function kept<Q, A>(
  ask: (question: Q) => A,
  keyOf: (question: Q) => unknown = (one) => one,
): (question: Q) => A {
  const answers = new Map<unknown, A>();
  return (question) => {
    const key = keyOf(question);
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= REMEMBERED) answers.clear();
    const answer = ask(question);
    answers.set(key, answer);
    return answer;
  };
}
