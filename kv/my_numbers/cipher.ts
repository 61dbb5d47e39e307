import { holderKey, isMyNumber, type NumberHolder } from "../../domain/my_number.ts";

const NONCE_BYTES = 12;

/** Where a number lies: its box opens there only. */
export type NumberPlace =
  | { kept: string; holder: NumberHolder }
  | { year: number; employee: string; holder: NumberHolder };

/** A box does not open: it is damaged, or lies where it was not put. */
export class BoxError extends Error {
  override readonly name = "BoxError";
}

/** Seals and opens the 個人番号 of one tenant. */
export interface NumberCipher {
  seal(number: string, place: NumberPlace): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws BoxError. */
  open(box: Uint8Array<ArrayBuffer>, place: NumberPlace): Promise<string>;
}

/** AES-256-GCM under `secret`: a random nonce, then the sealed digits; the place is authenticated, not stored. */
export async function numberCipher(secret: Uint8Array<ArrayBuffer>, tenant: string): Promise<NumberCipher> {
  const key = await crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt", "decrypt"]);
  return {
    async seal(number, place) {
      // Names no digit: what is thrown may be logged.
      if (!isMyNumber(number)) throw new TypeError("what is to be sealed is no 個人番号");
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const sealed = await crypto.subtle.encrypt(
        gcm(nonce, tenant, place),
        key,
        new TextEncoder().encode(number),
      );
      const box = new Uint8Array(NONCE_BYTES + sealed.byteLength);
      box.set(nonce);
      box.set(new Uint8Array(sealed), NONCE_BYTES);
      return box;
    },
    async open(box, place) {
      try {
        const [nonce, sealed] = [box.subarray(0, NONCE_BYTES), box.subarray(NONCE_BYTES)];
        return new TextDecoder().decode(await crypto.subtle.decrypt(gcm(nonce, tenant, place), key, sealed));
      } catch (cause) {
        throw new BoxError("the box of a 個人番号 does not open", { cause });
      }
    },
  };
}

function gcm(iv: Uint8Array<ArrayBuffer>, tenant: string, place: NumberPlace): AesGcmParams {
  const where = "kept" in place ? ["kept", place.kept] : ["year", place.year, place.employee];
  const bound = JSON.stringify([tenant, ...where, holderKey(place.holder)]);
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(bound) };
}
