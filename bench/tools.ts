/** What the benchmarks share: medians, percentiles, rows of a table, memory. */

/** Seconds that `work` takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The value below which the share `p` (0–1) of `values` lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? NaN;
}

/** The middle one of `values`. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** One row of the README's table: what was measured, ours, the baseline of the same run, and the target. */
export function row(what: string, ours: string, baseline: string, target: string): void {
  console.info(`| ${what} | ${ours} | ${baseline} | ${target} |`);
}

/** `p50 / p99` of times in milliseconds. */
export function latency(times: readonly number[]): string {
  return `${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.99).toFixed(1)} ms`;
}

/** Follows the memory of the process (workers included) while `work` runs; the answer is the peak above its start, MB. */
export async function peakMemory(work: () => Promise<unknown>): Promise<number> {
  const start = Deno.memoryUsage().rss;
  let peak = start;
  const timer = setInterval(() => peak = Math.max(peak, Deno.memoryUsage().rss), 50);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return (peak - start) / 1024 / 1024;
}
