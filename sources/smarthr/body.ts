/** A page of a hundred people with everything that a company may add is a few MB. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** The body is no JSON, or larger than any page of ours. Says nothing of what it holds. */
export class UnreadableBody extends Error {
  override readonly name = "UnreadableBody";
}

/** Reads a JSON body of at most 16 MB; `heard` is called at each piece. */
export async function readJson(response: Response, heard: () => void): Promise<unknown> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const piece of response.body ?? []) {
    heard();
    size += piece.byteLength;
    // Leaving the loop cancels the body.
    if (size > MAX_BODY_BYTES) throw new UnreadableBody("too large");
    text += decoder.decode(piece, { stream: true });
  }
  try {
    return JSON.parse(text + decoder.decode());
  } catch {
    throw new UnreadableBody("no JSON");
  }
}
