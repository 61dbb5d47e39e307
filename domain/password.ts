import { Refusal } from "./errors.ts";
import type { User } from "./user.ts";

/** The shortest password that may be set, in characters. */
export const MIN_PASSWORD = 12;
/** The longest that is looked at: hashing more would only cost time. */
export const MAX_PASSWORD = 256;

/** What guessers try first; a password that is one of these with digits or marks around it is no secret. */
const COMMON = new Set(
  ("password passw0rd passwordpassword qwerty qwertyuiop qwertyuiopasdfghjkl asdfghjkl asdfghjklzxcvbnm " +
    "zxcvbnm abcdefgh abcdefghijkl abcdefghijklmnopqrstuvwxyz administrator admin letmein letmeinplease " +
    "welcome iloveyou changeme changemeplease nencho nenchonencho pasuwado パスワード ぱすわーど").split(" "),
);

/** A password as it is hashed and compared: full-width letters typed through an IME count as their plain ones. */
export function normalPassword(password: string): string {
  return password.normalize("NFKC");
}

/** Refuses (`weak_password`) a new password that is too short, too long or easily guessed for this account. */
export function requireStrong(password: string, user: Pick<User, "email" | "employeeCode">): void {
  const why = weakness(normalPassword(password), user);
  if (why) throw new Refusal("weak_password", { why, min: MIN_PASSWORD });
}

function weakness(password: string, user: Pick<User, "email" | "employeeCode">): string | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD) return `パスワードが${MIN_PASSWORD}文字に足りません`;
  if (length > MAX_PASSWORD) return `パスワードが${MAX_PASSWORD}文字を超えています`;
  const folded = password.toLowerCase();
  if (isRun(folded)) return "同じ文字や並び順の文字が続いています";
  if (COMMON.has(folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""))) return "よく使われるパスワードです";
  if (namesOf(user).some((name) => folded.includes(name))) {
    return "メールアドレスまたは社員番号が含まれています";
  }
  return null;
}

/** The same step from each character to the next: aaaa…, 1234…, 9876…; or at most three different characters. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, i) => (code - (codes[i] ?? 0) + 10) % 10);
  return new Set(codes).size <= 3 || (/^\d+$/.test(text) && new Set(steps).size === 1);
}

function namesOf(user: Pick<User, "email" | "employeeCode">): string[] {
  const names = [user.email, user.email?.split("@")[0], user.employeeCode];
  return names.flatMap((name) => name && name.length >= 4 ? name.toLowerCase() : []);
}
