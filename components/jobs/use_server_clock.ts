import { useEffect, useState } from "preact/hooks";

/**
 * The server's time, going on by itself. Only time that passed is taken from the browser, so its clock may be wrong.
 * @param start the server's time when the page was made, ms since the epoch
 * @param everyMs how often it moves; null: it stands still
 */
export function useServerClock(start: number, everyMs: number | null): number {
  const [now, setNow] = useState(start);
  useEffect(() => {
    if (everyMs === null) return;
    const began = performance.now();
    const timer = setInterval(() => setNow(start + performance.now() - began), everyMs);
    return () => clearInterval(timer);
  }, [start, everyMs]);
  return now;
}
