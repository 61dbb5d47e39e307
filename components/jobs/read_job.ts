import type { JobView } from "../../jobs/view.ts";

/** A job as the server has it now; `gone`: it is not for this person (any more). Null: it cannot be asked now. */
export async function readJob(id: string): Promise<JobView | "gone" | null> {
  try {
    const response = await fetch(`/background-jobs/${id}`, { headers: { accept: "application/json" } });
    if (response.ok) return await response.json();
    return response.status === 404 || response.status === 403 ? "gone" : null;
  } catch {
    return null;
  }
}
