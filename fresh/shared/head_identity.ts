/** Attributes that are an element's value rather than its identity. */
const VALUES = new Set(["content", "href", "src", "nonce", "integrity", "data-key"]);

/**
 * What makes two elements of a head the same thing: their key if they have one; a title is always the same;
 * else their name and attributes without the ones that are their value. A stylesheet or script without a key
 * is the same only at the same address.
 */
export function headIdentity(name: string, attributes: ReadonlyMap<string, string>): string {
  const key = attributes.get("data-key");
  if (key !== undefined && key !== "") return `key:${name}:${key}`;
  if (name === "title" || name === "base") return name;
  const isSource = name === "script" || name === "style" || attributes.get("rel") === "stylesheet";
  const pairs = [...attributes].filter(([attribute]) =>
    attribute !== "nonce" && (isSource || !VALUES.has(attribute))
  );
  return JSON.stringify([name, pairs.sort(([a], [b]) => a < b ? -1 : 1)]);
}
