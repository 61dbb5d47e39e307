/** Letters that only look alike must not become the same address when it is held against accounts: ASCII only. */
const PLAIN_MAIL = /^(?=.{3,254}$)[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/;

/** Google is one issuer for everybody in the world. */
const GOOGLE = "https://accounts.google.com/";
/** Microsoft Entra ID, of one company. */
const ENTRA = /^https:\/\/login\.microsoftonline\.com\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/v2\.0\/?$/;

/**
 * The mail address, lower case, if the provider says itself that it is the person's now; null: nothing else counts as
 * that. @param issuer in its normal form (domain/issuer_address.ts)
 */
export function vouchedMail(issuer: string, claims: Record<string, unknown>): string | null {
  const { email } = claims;
  if (typeof email !== "string" || !PLAIN_MAIL.test(email)) return null;
  return vouches(issuer, claims) ? email.toLowerCase() : null;
}

function vouches(issuer: string, { email_verified, hd, xms_edov }: Record<string, unknown>): boolean {
  // Whoever registered a company's address there once keeps `email_verified`; of its own people Google names the
  // company (its page on OpenID Connect, "authoritative").
  if (issuer === GOOGLE) return email_verified === true && typeof hd === "string" && hd !== "";
  // Its optional claim for "the owner of the domain was verified"; it knows no `email_verified`, and an address of the
  // directory may be anything (its page on migrating off the e-mail claim).
  if (ENTRA.test(issuer)) return xms_edov === true || xms_edov === 1 || xms_edov === "1";
  return email_verified === true;
}
