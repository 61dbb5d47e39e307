/** Fields that hold what people write, with the most characters that the product takes there. */
const LIMITS: Record<string, number> = {
  lastName: 25,
  firstName: 25,
  lastNameKana: 25,
  firstNameKana: 25,
  department: 50,
  employmentType: 50,
  establishment: 50,
  name: 50,
  company: 50,
  holder: 50,
  beneficiary: 50,
  building: 50,
  street: 50,
  title: 200,
  message: 300,
};

/** Key parts of the values whose names are made long; the others hold names of fields and kinds. */
const HOLDERS = new Set([
  "employee",
  "baseline",
  "declaration",
  "insurance",
  "user",
  "group",
  "role",
  "tenant",
  "job",
]);

/** Makes every name in the database file as long as it may be. Nothing may have the file open. */
export async function stretchNames(path: string): Promise<void> {
  using kv = await Deno.openKv(path);
  for await (const { key, value } of kv.list({ prefix: ["t", "sample"] }, { batchSize: 100 })) {
    if (key.some((part) => HOLDERS.has(String(part)))) await kv.set(key, stretched(value));
  }
}

function stretched(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => stretched(one));
  if (value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value as object).map(([field, held]) => {
      // 続柄 are chosen, not written.
      if (field === "relation") return [field, held];
      const limit = LIMITS[field];
      if (typeof held !== "string" || held === "" || limit === undefined) return [field, stretched(held)];
      return [field, longer(held, limit)];
    }),
  );
}

/** Some are one long word without a place to break: that is the worst that a page can meet. */
function longer(text: string, length: number): string {
  const filler = text.length % 2 === 0
    ? "Llanfairpwllgwyngyllgogerychwyrndrobwll"
    : "寿限無寿限無五劫の擦り切れ海砂利水魚の";
  const whole = text + filler.repeat(Math.ceil(length / filler.length));
  return [...whole].slice(0, length).join("");
}
