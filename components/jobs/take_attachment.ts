import { BROKEN, refusalIn, type Refused } from "../refusal.ts";

/** What became of a claim. */
export type Claim = { taken: true } | { taken: false; problem: Refused };

/** Claims attachment `n` of a job for this person. The file itself is then at `attachmentAddress`. */
export async function claimAttachment(jobId: string, n: number): Promise<Claim> {
  try {
    const response = await fetch(`${attachmentAddress(jobId, n)}/claim`, {
      method: "POST",
      headers: { accept: "application/json" },
      // The redirect leads to the file: the browser is sent there itself, so that it saves it.
      redirect: "manual",
    });
    if (response.type === "opaqueredirect") return { taken: true };
    return { taken: false, problem: refusalIn(await response.json()) ?? BROKEN };
  } catch {
    return { taken: false, problem: BROKEN };
  }
}

/** Where attachment `n` is fetched. */
export function attachmentAddress(jobId: string, n: number): string {
  return `/background-jobs/${jobId}/attachments/${n}`;
}
