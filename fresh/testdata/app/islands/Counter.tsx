import type { Signal } from "@preact/signals";

export function Counter({ count, label }: { count: Signal<number>; label: string }) {
  return <button type="button" data-label={label} onClick={() => count.value++}>{label}: {count}</button>;
}
