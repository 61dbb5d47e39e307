import process from "node:process";
import { counted, type Family, gauge } from "../formats/prometheus.ts";

/**
 * What the process is and takes, under the names that Prometheus's own clients use where there are such.
 * @param lastTick when the last tick ended, by `performance.now()`; null before the first
 */
export function processFamilies(role: string, lastTick: () => number | null): Family[] {
  const startedAt = performance.timeOrigin / 1000;
  return [
    gauge("nencho_info", "What this process is.", () => [{ labels: { role }, value: 1 }]),
    gauge(
      "process_start_time_seconds",
      "When the process started, by the Unix clock: a restart is a new value.",
      () => startedAt,
    ),
    counted("process_cpu_seconds_total", "CPU time of the process, all threads.", cpuSeconds),
    gauge("process_resident_memory_bytes", "Memory that the process holds.", () => Deno.memoryUsage().rss),
    gauge(
      "nencho_heap_bytes",
      "JavaScript heap in use in the main thread.",
      () => Deno.memoryUsage().heapUsed,
    ),
    gauge(
      "nencho_tick_age_seconds",
      "How long ago the last tick of the engine ended; -1 before the first.",
      () => {
        const at = lastTick();
        return at === null ? -1 : (performance.now() - at) / 1000;
      },
    ),
  ];
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
