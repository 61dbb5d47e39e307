import { z } from "zod";
import { type Proof, PROOFS } from "../document_settings.ts";
import { idSchema } from "./fields.ts";

/** Files that a picture may be (JPEG, PNG, PDF), and the most bytes of one. */
export const PICTURE_TYPES = ["image/jpeg", "image/png", "application/pdf"] as const;
export const MOST_PICTURE_BYTES = 10 * 1024 * 1024;

/** Pictures of one declaration. */
export const MOST_PICTURES = 60;

/** The subject of a picture that shows the employee's own proof. */
export const SELF = "self";

/** A picture of a proof: where its bytes lie (`id`), never the bytes. Seen by staff only. */
export const pictureSchema = z.object({
  id: idSchema,
  kind: z.enum(PROOFS as [Proof, ...Proof[]]),
  /** `SELF`, or the id of the person, contract or previous job that it proves; null: none in particular. */
  subject: idSchema.nullable(),
  /** The year that it proves something for; null: both. */
  year: z.enum(["this", "next"]).nullable(),
  /** File name as uploaded, cut to this length. */
  name: z.string().max(100),
  type: z.enum(PICTURE_TYPES),
  /** Bytes. */
  size: z.number().int().min(0).max(MOST_PICTURE_BYTES),
  /** When it came, ms since the epoch. */
  at: z.number(),
});
export type Picture = z.infer<typeof pictureSchema>;

/** The pictures of a proof that somebody has to show for a year. */
export function picturesOf(
  pictures: readonly Picture[],
  kind: Proof,
  subject: string,
  year: "this" | "next",
): Picture[] {
  return pictures.filter((one) =>
    one.kind === kind && one.subject === subject && (one.year === null || one.year === year)
  );
}
