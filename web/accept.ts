/** True when an `Accept` header asks for JSON rather than for a page. A wildcard alone is a browser's or curl's. */
export function wantsJson(accept: string | null): boolean {
  const ranges = (accept ?? "").split(",").map(parse);
  const json = ranges.findIndex(({ type, q }) => type === "application/json" && q > 0);
  if (json < 0) return false;
  const html = ranges.findIndex(({ type, q }) => type === "text/html" && q > 0);
  if (html < 0) return true;
  const ahead = (ranges[json]?.q ?? 0) - (ranges[html]?.q ?? 0);
  return ahead > 0 || (ahead === 0 && json < html);
}

function parse(range: string): { type: string; q: number } {
  const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  const q = weight === undefined ? 1 : Number(weight.slice(2));
  return { type, q: Number.isFinite(q) ? q : 0 };
}
