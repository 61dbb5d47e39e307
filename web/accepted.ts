import { Refusal } from "../domain/errors.ts";
import { shownAs } from "../domain/user.ts";
import { safePath } from "./safe_path.ts";
import type { State } from "./state.ts";

const PARAMETER = "accepted";

/** The page to come back to, told that job `id` was accepted. Only its id travels: the words are looked up. */
export function withAccepted(returnTo: unknown, id: string): string {
  const url = new URL(safePath(returnTo), "http://here.invalid");
  url.searchParams.set(PARAMETER, id);
  return url.pathname + url.search;
}

/**
 * The operation that this page follows: named by the address, and only when the person started it. Null otherwise;
 * a reload shows the same again and starts nothing.
 */
export async function acceptedJob(
  { services, tenant, user }: State,
  url: URL,
): Promise<{ id: string; title: string } | null> {
  const id = url.searchParams.get(PARAMETER);
  if (!id || !user) return null;
  try {
    const { job } = await services.jobs.detail({ tenant, user }, id);
    return job.actor === shownAs(user) ? { id: job.id, title: job.title } : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Ids of the jobs of who is signed in that run now. */
export async function runningJobs({ services, tenant, user }: State): Promise<string[]> {
  return user ? await services.jobs.running({ tenant, user }) : [];
}
