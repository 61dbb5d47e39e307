/** How long a test waits for what must come: generous, for machines that do much else. */
export const PATIENCE_MS = 60_000;

const LOOK_AGAIN_MS = 40;

/**
 * Looks until `probe` gives something (neither null nor undefined nor false) and returns it.
 * @param what said when it never comes
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  patienceMs: number = PATIENCE_MS,
): Promise<T> {
  const last = performance.now() + patienceMs;
  for (;;) {
    const found = await probe();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > last) throw new Error(`waited ${patienceMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
