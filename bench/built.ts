/** Flags of `deno run` in production (deno.json, deploy/nencho@.service; docs/decisions/0033). */
export const FLAGS = ["--v8-flags=--max-semi-space-size=8,--heap-growing-percent=50"];

/** Arguments of `deno` that start the built product, as production does, here with the sample company. */
export const BUILT = ["run", "-A", ...FLAGS, "main.ts"];

/** Builds the product, so that what is measured is what is written now. */
export async function build(): Promise<void> {
  const args = ["run", "-A", "dev.ts", "build"];
  const { success } = await new Deno.Command(Deno.execPath(), { args, stdout: "null" }).output();
  if (!success) throw new Error("the product could not be built");
}
