/** How files of each type begin. */
const SIGNATURES = [
  { type: "image/jpeg", bytes: [0xff, 0xd8, 0xff] },
  { type: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "application/pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
] as const;

/** Types that are told by their beginning. */
export type SignedType = typeof SIGNATURES[number]["type"];

/** As many bytes tell every type. */
export const SIGNATURE_BYTES = 8;

/** The type of a file by its first bytes, whatever its name says; null: JPEG, PNG and PDF it is none of. */
export function signedType(head: Uint8Array): SignedType | null {
  return SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte))?.type ?? null;
}
