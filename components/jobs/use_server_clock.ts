import { useEffect, useRef, useState } from "preact/hooks";

/**
 * The server's time, going on by itself. Only time that passed is taken from the browser, so its clock may be wrong.
 * @param start the server's time when the page was made, ms since the epoch
 * @param everyMs how often it moves; null: it stands still
 */
export function useServerClock(start: number, everyMs: number | null): number {
  const [now, setNow] = useState(start);
  const began = useRef(0);
  useEffect(() => {
    began.current = performance.now();
  }, []);
  useEffect(() => {
    if (everyMs === null) return;
    const move = () => setNow(start + performance.now() - began.current);
    move();
    const timer = setInterval(move, everyMs);
    return () => clearInterval(timer);
  }, [start, everyMs]);
  return now;
}
