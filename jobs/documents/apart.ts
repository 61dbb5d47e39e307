/**
 * What `read` answers for these, in their order. Where it fails for all of them, each is read alone, and `failed` stands for
 * the one that it fails for: one that cannot be read does not keep the others. What `failed` throws ends the reading.
 */
export async function readApart<T, R>(
  items: readonly T[],
  read: (some: readonly T[]) => Promise<R[]>,
  failed: (error: unknown) => R,
): Promise<R[]> {
  try {
    return await read(items);
  } catch (error) {
    if (items.length === 1) return [failed(error)];
    const answers: R[] = [];
    for (const item of items) answers.push(...await readApart([item], read, failed));
    return answers;
  }
}
