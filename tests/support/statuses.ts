import type { Client } from "./client.ts";

/** A request whose answer depends on who asks. */
export interface Ask {
  method: "GET" | "POST";
  path: string;
  body?: [string, string][];
}

/** The status of the answer to a script. */
export async function statusOf(client: Client, { method, path, body }: Ask): Promise<number> {
  const form = body && new FormData();
  for (const [name, value] of body ?? []) form!.append(name, value);
  const answer = await client.fetch(path, { method, body: form });
  await answer.body?.cancel();
  return answer.status;
}
