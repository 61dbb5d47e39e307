/** A sample as a reader of the text sees it. */
export interface ReadSample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

export interface Exposed {
  types: Map<string, string>;
  samples: ReadSample[];
  /** The value of the one sample of this name that has these labels, or undefined. */
  value(name: string, labels?: Record<string, string>): number | undefined;
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*/;
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(,|(?=}))/;

/**
 * Reads the text format 0.0.4 strictly, for tests: every line is a HELP, a TYPE or a sample; a family's lines stand together,
 * its TYPE before its samples, no sample twice; histograms are cumulative and whole. Throws at the first line that is not so.
 */
export function parseExposition(text: string): Exposed {
  if (!text.endsWith("\n")) throw new Error("the last line must end with a line feed");
  const types = new Map<string, string>();
  const samples: ReadSample[] = [];
  const seen = new Set<string>();
  let family = "";
  for (const line of text.slice(0, -1).split("\n")) {
    const [, what, name, rest] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (what === "TYPE") {
      if (types.has(name!)) throw new Error(`a second TYPE: ${line}`);
      types.set(name!, rest!);
      family = name!;
    } else if (what === undefined) {
      const sample = sampleOf(line);
      if (!belongs(sample.name, family, types.get(family)!)) throw new Error(`${line} is not of ${family}`);
      const key = sample.name + JSON.stringify(Object.entries(sample.labels).sort());
      if (seen.has(key)) throw new Error(`twice: ${line}`);
      seen.add(key);
      samples.push(sample);
    }
  }
  for (const [name, type] of types) if (type === "histogram") checkHistogram(name, samples);
  return { types, samples, value: (name, labels = {}) => find(samples, name, labels) };
}

function sampleOf(line: string): ReadSample {
  const name = NAME.exec(line)?.[0];
  if (!name) throw new Error(`no name: ${line}`);
  const labels: Record<string, string> = {};
  let rest = line.slice(name.length);
  if (rest.startsWith("{")) {
    rest = rest.slice(1);
    for (let m = LABEL.exec(rest); m; m = LABEL.exec(rest)) {
      labels[m[1]!] = m[2]!.replace(/\\(.)/g, (_, c) => c === "n" ? "\n" : c);
      rest = rest.slice(m[0].length);
    }
    if (!rest.startsWith("}")) throw new Error(`labels: ${line}`);
    rest = rest.slice(1);
  }
  if (!/^ ([+-]Inf|NaN|-?\d+(\.\d+)?(e[+-]?\d+)?)$/.test(rest)) throw new Error(`value: ${line}`);
  return { name, labels, value: Number(rest.trim().replace("Inf", "Infinity")) };
}

function belongs(sample: string, family: string, type: string): boolean {
  if (type !== "histogram") return sample === family;
  return ["_bucket", "_sum", "_count"].some((suffix) => sample === family + suffix);
}

function checkHistogram(name: string, samples: ReadSample[]) {
  for (const { labels, value } of samples.filter((sample) => sample.name === `${name}_count`)) {
    const buckets = samples.filter((sample) =>
      sample.name === `${name}_bucket` && Object.entries(labels).every(([l, v]) => sample.labels[l] === v)
    );
    const bounds = buckets.map((bucket) => Number(bucket.labels.le!.replace("Inf", "Infinity")));
    const rises = (values: number[]) => values.every((v, i) => i === 0 || v >= values[i - 1]!);
    if (!rises(bounds) || bounds.at(-1) !== Infinity) throw new Error(`bounds of ${name}: ${bounds}`);
    if (!rises(buckets.map((b) => b.value)) || buckets.at(-1)!.value !== value) {
      throw new Error(`counts of ${name}`);
    }
  }
}

function find(samples: ReadSample[], name: string, labels: Record<string, string>): number | undefined {
  const found = samples.filter((sample) =>
    sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value)
  );
  if (found.length > 1) throw new Error(`${found.length} samples of ${name} have ${JSON.stringify(labels)}`);
  return found[0]?.value;
}
