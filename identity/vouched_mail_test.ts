import assert from "node:assert/strict";
import { vouchedMail } from "./vouched_mail.ts";

const ANY = "https://id.example.jp/";
const GOOGLE = "https://accounts.google.com/";
const ENTRA = "https://login.microsoftonline.com/6ba7b810-9dad-11d1-80b4-00c04fd430c8/v2.0";
const COMMON = "https://login.microsoftonline.com/common/v2.0";
const MAIL = "Hanako@Kaisha.Example";
const TAKEN = "hanako@kaisha.example";

const TABLE: [string, string, Record<string, unknown>, string | null][] = [
  ["verified", ANY, { email: MAIL, email_verified: true }, TAKEN],
  ["not verified", ANY, { email: MAIL, email_verified: false }, null],
  ["not said to be verified", ANY, { email: MAIL }, null],
  ["verified as a word", ANY, { email: MAIL, email_verified: "true" }, null],
  ["verified as a number", ANY, { email: MAIL, email_verified: 1 }, null],
  ["verified in Microsoft's words", ANY, { email: MAIL, xms_edov: true }, null],
  ["full-width", ANY, { email: "ａ@b.example", email_verified: true }, null],
  ["with the Kelvin sign for a k", ANY, { email: "\u212Ao@b.example", email_verified: true }, null],
  ["with a blank before it", ANY, { email: " a@b.example", email_verified: true }, null],
  ["with a line break", ANY, { email: "a@b.example\n", email_verified: true }, null],
  ["with two @", ANY, { email: "a@b@c.example", email_verified: true }, null],
  ["too long", ANY, { email: `${"a".repeat(250)}@b.jp`, email_verified: true }, null],
  ["a 社員番号", ANY, { email: "000123", email_verified: true }, null],
  ["several", ANY, { email: [MAIL], email_verified: true }, null],
  ["absent", ANY, { email_verified: true }, null],

  ["of a company at Google", GOOGLE, { email: MAIL, email_verified: true, hd: "kaisha.example" }, TAKEN],
  ["registered at Google by somebody once", GOOGLE, { email: MAIL, email_verified: true }, null],
  ["of a company at Google, unverified", GOOGLE, { email: MAIL, hd: "kaisha.example" }, null],
  ["of an empty company at Google", GOOGLE, { email: MAIL, email_verified: true, hd: "" }, null],

  ["of a verified domain at Microsoft", ENTRA, { email: MAIL, xms_edov: true }, TAKEN],
  ["of a verified domain at Microsoft, as a number", ENTRA, { email: MAIL, xms_edov: 1 }, TAKEN],
  ["of an unverified domain at Microsoft", ENTRA, { email: MAIL, xms_edov: false }, null],
  ["of an unverified domain at Microsoft, as a text", ENTRA, { email: MAIL, xms_edov: "0" }, null],
  ["of the directory of Microsoft", ENTRA, { email: MAIL }, null],
  ["of any company at Microsoft", COMMON, { email: MAIL, xms_edov: true }, null],
];
for (const [what, issuer, claims, mail] of TABLE) {
  Deno.test(`a mail address that is ${what} counts as ${mail}`, () => {
    assert.equal(vouchedMail(issuer, claims), mail);
  });
}
