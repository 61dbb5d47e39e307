/** Choices that are the same every time for the same seed and number. */
export interface Draws {
  /** A whole number from 0 to `n - 1`. */
  int(n: number): number;
  /** One of a list. */
  pick<T>(list: readonly T[]): T;
  /** True once in `n` times. */
  oneIn(n: number): boolean;
}

/** Mixes two whole numbers into 32 well-spread bits (the finaliser of MurmurHash3). */
export function mix(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The draws of thing number `i`: they depend on nothing else, so anything can be made without its neighbours. */
export function drawsOf(seed: number, i: number): Draws {
  let state = mix(seed, i);
  const int = (n: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    return mix(state, 0x27d4eb2f) % n;
  };
  return {
    int,
    pick: <T>(list: readonly T[]) => list[int(list.length)] as T,
    oneIn: (n) => int(n) === 0,
  };
}

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID of thing number `i`, made at `at` (ms since the epoch). */
export function sampleUlid(seed: number, i: number, at: number): string {
  const draws = drawsOf(mix(seed, 0x1d), i);
  let time = "";
  for (let rest = at; time.length < 10; rest = Math.floor(rest / 32)) time = CROCKFORD[rest % 32] + time;
  return time + Array.from({ length: 16 }, () => draws.pick([...CROCKFORD])).join("");
}
