import { fullName } from "./employee.ts";

/**
 * The check digit (検査用数字) behind the first eleven digits: 平成26年総務省令第85号 第5条. From the lowest digit on they
 * weigh 2–7 and then 2–6, modulo 11; 0 where that would leave 10 or more.
 */
export function checkDigit(first11: string): string {
  const sum = [...first11].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 6 + 2), 0);
  const rest = sum % 11;
  return rest <= 1 ? "0" : String(11 - rest);
}

/** True for twelve ASCII digits whose last one is the check digit of the others. */
export function isMyNumber(text: string): boolean {
  return /^[0-9]{12}$/.test(text) && text.at(-1) === checkDigit(text.slice(0, -1));
}

/** Hyphens and dashes that people and Excel put between the digits. */
const HYPHENS = /[-\u2010-\u2015\u2212\u30fc\ufe63]/g;

/** A number as people write it, without its hyphens and spaces and in half-width digits. What is none stays what it is. */
export function normaliseMyNumber(text: string): string {
  return text.normalize("NFKC").replace(HYPHENS, "").replace(/\s/g, "");
}

/** True for text that may hold a number in a wrong place: twelve digits in a row, or eleven that lost the 0 before them. */
export function mayHoldNumber(text: string): boolean {
  const plain = normaliseMyNumber(text);
  return /\d{12}/.test(plain) || isMyNumber(`0${plain}`);
}

/** Whose number it is, beside the employee's 社員番号: matched by 続柄, 姓 and 名 (reference/imports.md §2.12). */
export interface NumberHolder {
  /** 続柄; 本人 for the employee. */
  relation: string;
  /** "" for the employee: 社員番号 names them. */
  lastName: string;
  firstName: string;
}

/** 続柄 of an employee's own number. */
export const OWN_RELATION = "本人";

/** The holder of an employee's own number. */
export const OWN: NumberHolder = { relation: OWN_RELATION, lastName: "", firstName: "" };

/** A relative as holders are compared: width and blanks make no difference. */
export function holderOf({ relation, lastName, firstName }: NumberHolder): NumberHolder {
  return { relation: plain(relation), lastName: plain(lastName), firstName: plain(firstName) };
}

/** One text a holder, for comparing. */
export function holderKey(holder: NumberHolder): string {
  const { relation, lastName, firstName } = holderOf(holder);
  return JSON.stringify([relation, lastName, firstName]);
}

function plain(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ");
}

/** Somebody whose number there is (有) or not (無), as pages show them. */
export interface NumberState {
  relation: string;
  name: string;
  held: boolean;
}

/** The employee and the relatives, each with 有 or 無, by the holders of the numbers that are there. */
export function numberStates(
  people: { self: Named; family: readonly (Named & { relation: { name: string } })[] },
  holders: readonly NumberHolder[],
): NumberState[] {
  const held = new Set(holders.map(holderKey));
  const own = { relation: OWN_RELATION, name: fullName(people.self), held: held.has(holderKey(OWN)) };
  const relatives = people.family.map(({ relation, lastName, firstName }) => ({
    relation: relation.name,
    name: fullName({ lastName, firstName }),
    held: held.has(holderKey({ relation: relation.name, lastName, firstName })),
  }));
  return [own, ...relatives];
}

interface Named {
  lastName: string;
  firstName: string;
}
