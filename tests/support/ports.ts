/**
 * Below those that Linux gives to whoever asks for any (`ip_local_port_range`): a process that dies leaves its port until
 * it is started again, and another app that took it meanwhile would answer in its place.
 */
const FIRST = 20_000;
const COUNT = 12_000;

const given = new Set<number>();

/** A port that nobody listens at and that was not given out before. */
export function freshPort(): number {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (given.has(port)) continue;
    given.add(port);
    if (isFree(port)) return port;
  }
}

function isFree(port: number): boolean {
  try {
    // All addresses of both kinds, as the product does.
    Deno.listen({ hostname: "::", port }).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return false;
    throw error;
  }
}
