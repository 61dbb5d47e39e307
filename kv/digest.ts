import { createHash, createHmac, randomBytes } from "node:crypto";

/** 256 bits: cannot be guessed, so its digest may be stored without salt. */
const TOKEN_BYTES = 32;

/** A new secret that a browser or a link carries, in base64url. Only its digest is stored. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** SHA-256 of a secret, in base64url. */
export function digest(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** HMAC-SHA-256 of a secret under `key`, in base64url: who only writes the database cannot make one up. */
export function keyedDigest(key: string, secret: string): string {
  return createHmac("sha256", key).update(secret).digest("base64url");
}
