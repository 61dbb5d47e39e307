/**
 * What counts and measures, and the text that Prometheus reads (its exposition format, version 0.0.4). Names and labels
 * are ours alone and few; only their values come from elsewhere.
 */

/** The media type of `exposition`. */
export const PROMETHEUS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Label names and values; their order is that of the text. */
export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  /** What follows the family's name: `_bucket`, `_sum`, `_count` of a histogram. */
  suffix?: string;
  labels: Labels;
  value: number;
}

/** Samples under one name. */
export interface Family {
  name: string;
  help: string;
  type: "counter" | "gauge" | "histogram";
  samples(): Sample[];
}

export interface Counter extends Family {
  add(labels?: Labels, n?: number): void;
}

export interface Histogram extends Family {
  observe(value: number, labels?: Labels): void;
}

const keyOf = (labels: Labels) => Object.values(labels).join("\0");

/** Something that only grows. Those of `known` stand there with 0 before anything is counted, so that a first step is seen. */
export function counter(name: string, help: string, known: readonly Labels[] = []): Counter {
  const samples = new Map<string, { labels: Labels; value: number }>();
  for (const labels of known) samples.set(keyOf(labels), { labels, value: 0 });
  return {
    name,
    help,
    type: "counter",
    samples: () => [...samples.values()],
    add(labels = {}, n = 1) {
      const key = keyOf(labels);
      const sample = samples.get(key);
      if (sample) sample.value += n;
      else samples.set(key, { labels, value: n });
    },
  };
}

/** How something is when it is asked for: one value, or several told apart by labels. */
export function gauge(name: string, help: string, read: () => number | Sample[]): Family {
  return { name, help, type: "gauge", samples: () => samplesOf(read()) };
}

/** Something that only grows and that somebody else counts. */
export function counted(name: string, help: string, read: () => number | Sample[]): Family {
  return { name, help, type: "counter", samples: () => samplesOf(read()) };
}

function samplesOf(value: number | Sample[]): Sample[] {
  return typeof value === "number" ? [{ labels: {}, value }] : value;
}

interface Buckets {
  labels: Labels;
  /** By bound, of its own bucket only; the last is above all bounds. */
  counts: number[];
  sum: number;
}

/** How values are spread. @param bounds upper ends of the buckets, ascending, their own value included */
export function histogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const all = new Map<string, Buckets>();
  return {
    name,
    help,
    type: "histogram",
    samples: () => [...all.values()].flatMap((one) => bucketSamples(one, bounds)),
    observe(value, labels = {}) {
      const key = keyOf(labels);
      const found = all.get(key) ?? { labels, counts: Array<number>(bounds.length + 1).fill(0), sum: 0 };
      all.set(key, found);
      const at = bounds.findIndex((bound) => value <= bound);
      found.counts[at === -1 ? bounds.length : at]! += 1;
      found.sum += value;
    },
  };
}

function bucketSamples({ labels, counts, sum }: Buckets, bounds: readonly number[]): Sample[] {
  let count = 0;
  const buckets = counts.map((n, i): Sample => {
    count += n;
    return { suffix: "_bucket", labels: { ...labels, le: numberText(bounds[i] ?? Infinity) }, value: count };
  });
  return [...buckets, { suffix: "_sum", labels, value: sum }, { suffix: "_count", labels, value: count }];
}

/** The families as text, one after another. */
export function exposition(families: readonly Family[]): string {
  return families.map(familyText).join("");
}

function familyText({ name, help, type, samples }: Family): string {
  const lines = samples().map(({ suffix = "", labels, value }) =>
    `${name}${suffix}${labelText(labels)} ${numberText(value)}\n`
  );
  return `# HELP ${name} ${help.replace(/\\/g, "\\\\").replace(/\n/g, "\\n")}\n# TYPE ${name} ${type}\n${
    lines.join("")
  }`;
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escaped(value: string): string {
  return value.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n");
}

function numberText(value: number): string {
  if (value === Infinity) return "+Inf";
  return value === -Infinity ? "-Inf" : String(value);
}
