/** What became of a claim. */
export type Claim = { taken: true } | { taken: false; message: string; remedy: string };

const BROKEN = {
  taken: false,
  message: "サーバーから応答がありませんでした。",
  remedy: "通信状態を確認してやり直してください。",
} as const;

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
    const { error } = await response.json();
    return { taken: false, message: String(error.message), remedy: String(error.remedy) };
  } catch {
    return BROKEN;
  }
}

/** Where attachment `n` is fetched. */
export function attachmentAddress(jobId: string, n: number): string {
  return `/background-jobs/${jobId}/attachments/${n}`;
}
