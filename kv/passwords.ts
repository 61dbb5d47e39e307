import { Buffer } from "node:buffer";
import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { Refusal } from "../domain/errors.ts";
import { normalPassword } from "../domain/password.ts";
import { limiter } from "./limiter.ts";

/** scrypt's cost of new hashes (design §6): 32 MiB and about 0.1 s each. */
const COST = { n: 2 ** 15, r: 8, p: 1 } as const;
const HASH_BYTES = 32;
const SALT_BYTES = 16;
/** scrypt needs 128 · n · r bytes; the library refuses above `maxmem`, whose default is just short of it. */
const MAX_MEMORY = 2 * 128 * COST.n * COST.r;
/** Two at a time keep the memory at 64 MiB; more than this many waiting is an attack, not a morning rush. */
const AT_ONCE = 2;
const WAITING = 200;

/** A password as it is stored: never the password. Salt and hash in base64. */
export const passwordHashSchema = z.object({
  algorithm: z.literal("scrypt"),
  n: z.number(),
  r: z.number(),
  p: z.number(),
  salt: z.string(),
  hash: z.string(),
});
export type PasswordHash = z.infer<typeof passwordHashSchema>;

const limited = limiter(AT_ONCE, WAITING, () => new Refusal("too_many_attempts", { minutes: 1 }));

/** The hash of a password, with a new salt. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST);
  return { algorithm: "scrypt", ...COST, salt: salt.toString("base64"), hash: hash.toString("base64") };
}

/** Compared with where there is no account: fits no password, costs the same time. */
const NOBODY: PasswordHash = {
  algorithm: "scrypt",
  ...COST,
  salt: randomBytes(SALT_BYTES).toString("base64"),
  hash: randomBytes(HASH_BYTES).toString("base64"),
};

/** True when `password` is the one behind `stored`; null (no account, no password yet) takes as long and is false. */
export async function passwordFits(password: string, stored: PasswordHash | null): Promise<boolean> {
  const { salt, hash, ...cost } = stored ?? NOBODY;
  const derived = await derive(password, Buffer.from(salt, "base64"), cost);
  return timingSafeEqual(derived, Buffer.from(hash, "base64")) && stored !== null;
}

function derive(
  password: string,
  salt: Uint8Array,
  cost: { n: number; r: number; p: number },
): Promise<Buffer> {
  const options: ScryptOptions = { N: cost.n, r: cost.r, p: cost.p, maxmem: MAX_MEMORY };
  return limited(() =>
    new Promise((resolve, reject) =>
      scrypt(
        normalPassword(password),
        salt,
        HASH_BYTES,
        options,
        (error, key) => error ? reject(error) : resolve(key),
      )
    )
  );
}
