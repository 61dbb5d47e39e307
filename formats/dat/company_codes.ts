/**
 * 会社コード of both formats → 保険会社等の名称. OUR OWN INVENTION: the real lists are not public
 * (docs/decisions/0010-dat-layout.md), so neither these codes nor these companies exist. Put the codes of the insurers that
 * a company really has here, one line each; a code that is not here is refused record by record.
 */
export const COMPANY_CODES: Readonly<Record<string, string>> = {
  "0101": "あおば生命保険相互会社",
  "0102": "こだま生命保険株式会社",
  "0103": "つばき生命保険相互会社",
  "0104": "はやぶさ生命保険株式会社",
  "0201": "いずみ損害保険株式会社",
  "0202": "みなも海上火災保険株式会社",
  "0203": "やまびこ損害保険株式会社",
};
