/** Arguments of `deno` that start the built product, as production does, here with the sample company. */
export const BUILT = ["run", "-A", "main.ts"];

/** Builds the product, so that what is measured is what is written now. */
export async function build(): Promise<void> {
  const args = ["run", "-A", "dev.ts", "build"];
  const { success } = await new Deno.Command(Deno.execPath(), { args, stdout: "null" }).output();
  if (!success) throw new Error("the product could not be built");
}
