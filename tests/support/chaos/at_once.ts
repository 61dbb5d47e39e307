/** Does `work` for each item, `n` of them at a time, in order of their beginning. */
export async function atOnce<T>(
  n: number,
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const hand = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: n }, hand));
}
