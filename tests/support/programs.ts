/** True where a missing program is a failure instead of a skipped test. */
const STRICT = Deno.env.get("CI") === "true";

/** The path of the first of `names` on this machine; null, said aloud, where there is none. Throws with `CI=true`. */
export async function findProgram(...names: string[]): Promise<string | null> {
  for (const name of names) {
    const { success, stdout } = await new Deno.Command("sh", {
      args: ["-c", 'command -v -- "$0"', name],
      stderr: "null",
    }).output();
    if (success) return new TextDecoder().decode(stdout).trim();
  }
  const missing = `none of these programs is installed: ${names.join(", ")}`;
  if (STRICT) throw new Error(missing);
  console.warn(`skipped: ${missing}`);
  return null;
}

/** A Chromium, wherever the machine has it. */
export const chromiumPath: string | null = await findProgram(
  ...[Deno.env.get("CHROMIUM") ?? "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
);
