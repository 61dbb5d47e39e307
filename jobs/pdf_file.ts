import { setImmediate } from "node:timers/promises";
import { safeFileName } from "../formats/filename.ts";
import { type PdfInfo, type Section, writePdf } from "../formats/pdf/document.ts";
import type { Execution } from "./engine/execution.ts";
import type { Outputs } from "./engine/outputs.ts";

/** What a PDF is called, and says of itself; its time is that of the job. */
export interface PdfOptions extends Omit<PdfInfo, "createdAt"> {
  name: string;
}

/**
 * `job.pdf`. Nothing is sealed before the last page is written: how a PDF ends tells where each of its pages and glyphs
 * lies, which no other attempt knows. So a file of which something is sealed is whole, and any other is begun again.
 */
export async function drawPdf(
  x: Execution,
  outputs: Outputs,
  { name, ...info }: PdfOptions,
  sections: AsyncIterable<Section>,
): Promise<void> {
  const output = await outputs.open({ name: safeFileName(name), type: "application/pdf" });
  if (output.size > 0) return;
  await writePdf(counted(x, sections), { ...info, createdAt: x.order.acceptedAt }, output.write);
}

/** Tells the page of each section that is drawn. */
async function* counted(
  x: Execution,
  sections: AsyncIterable<Section>,
): AsyncGenerator<Section, void, undefined> {
  for await (const section of sections) {
    yield section;
    // Drawing is all computing, and ［中断］, which the next piece of the file meets, comes as a message.
    await setImmediate();
    const { done, total } = x.checkpoint = { ...x.checkpoint, done: x.checkpoint.done + 1 };
    x.report({ done, total });
  }
}
