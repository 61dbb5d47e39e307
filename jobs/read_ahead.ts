/**
 * What `read` makes of each item, in order; what follows is read while the caller works on what it was given. So two
 * are held at most. An error comes when its turn does: what was read before it is given first.
 */
export async function* readAhead<T, R>(
  items: AsyncIterable<T>,
  read: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const source = items[Symbol.asyncIterator]();
  const next = async () => {
    const { done, value } = await source.next();
    return done ? null : { read: await read(value) };
  };
  try {
    let reading = next();
    for (;;) {
      const present = await reading;
      if (!present) return;
      reading = next();
      reading.catch(() => {}); // Raised by the next turn; a caller that stops early never gets there.
      yield present.read;
    }
  } finally {
    await source.return?.();
  }
}
