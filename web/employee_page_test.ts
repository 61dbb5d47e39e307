import assert from "node:assert/strict";
import { yearKeys } from "../kv/keys.ts";
import { familyOf } from "../sources/sample/family.ts";
import { sampleCompany } from "../sources/sample/companies.ts";
import { indexOf, subjectOf } from "../sources/sample/people.ts";
import { openDataPages } from "./data_pages_fixture.ts";

const COMPANY = sampleCompany(60);
const { kv, services, get } = await openDataPages(COMPANY.count);
const sample = (await services.tenants.byId("sample"))!;
const { groups, members } = services.stores(sample);
const [head] = await groups.list();
const inGroup = (await Array.fromAsync(members.walk(head!.id))).flat();
const family = (code: string) => {
  const i = indexOf(COMPANY, code)!;
  return familyOf(COMPANY, i, subjectOf(COMPANY, i));
};
const { employee } = inGroup.find(({ employee: { code } }) => family(code).length >= 2)!;

/** The value under a term, the first of this name. */
function valueOf(document: Document, term: string): string | undefined {
  const found = [...document.querySelectorAll("dt")].find((dt) => dt.textContent === term);
  return found?.parentElement?.querySelector("dd")?.textContent?.trim();
}

Deno.test("the page of a target shows who they are, the baseline, the family, 保険 and マイナンバーの有無", async () => {
  const { status, document, text } = await get("admin", `/employees/${employee.id}`);
  assert.equal(status, 200);
  assert.equal(document.querySelector("h1")?.textContent, `${employee.lastName} ${employee.firstName}`);
  assert.equal(valueOf(document, "社員番号"), employee.code);
  assert.equal(valueOf(document, "所属事業所"), "本社");
  assert.match(valueOf(document, "在籍状況")!, /^(在職中|休職中)$/);
  assert.equal(valueOf(document, "依頼グループ"), "本社");
  assert.match(text, /差分確認用基準日時：.*2026\/10\/01 10:00:00/);
  assert.equal(valueOf(document, "現住所（都道府県）"), employee.address!.prefecture);
  const names = [...document.querySelectorAll("details summary > span > span:first-child")].map((one) =>
    one.textContent
  );
  assert.deepEqual(
    names,
    family(employee.code).map((one) => `${one.relation.name} ${one.lastName} ${one.firstName}`),
  );
  assert.match(text, /社会保険の扶養：(対象|対象外|不明|-)／税法上の扶養：/);
  for (const heading of ["保険情報", "企業型確定拠出年金掛金", "マイナンバー"]) {
    assert(text.includes(heading));
  }
});

Deno.test("企業型確定拠出年金掛金 is changed from the page, which says so afterwards", async () => {
  const ids = inGroup.map((one) => one.employee.id);
  const insurance = await services.stores(sample).insurance.of(ids);
  const insured = ids[insurance.findIndex(({ dc }) => dc !== null)]!;
  const before = await get("admin", `/employees/${insured}`);
  assert(before.document.querySelector(`form[action="/employees/${insured}/dc"]`));
  assert(!before.text.includes("従業員による情報の編集を変更しました"));
  const after = await get("admin", `/employees/${insured}?changed=dc`);
  assert(after.text.includes("従業員による情報の編集を変更しました"));
});

Deno.test("住宅借入金 that last year left is shown without its amounts", async () => {
  const ids = inGroup.map((one) => one.employee.id);
  const loans = await services.stores(sample).housingLoans.of(ids);
  const i = loans.findIndex((loan) => loan !== null);
  const owing = await get("admin", `/employees/${ids[i]}`);
  assert.equal(valueOf(owing.document, "居住開始年月日"), loans[i]!.movedInOn!.replaceAll("-", "/"));
  assert.equal(valueOf(owing.document, "家屋の取得対価の額"), "-");
  assert.equal(valueOf(owing.document, "金融機関名（1）"), "見本銀行");
  const free = await get("admin", `/employees/${ids[loans.indexOf(null)]}`);
  assert(free.text.includes("登録されている住宅借入金はありません。"));
});

Deno.test("somebody whom an older version stored has no baseline, and the page says so", async () => {
  const other = inGroup.find((one) => one.employee.id !== employee.id)!.employee;
  await kv.delete(yearKeys.baseline(sample.id, sample.year, other.id));
  const { status, text, document } = await get("admin", `/employees/${other.id}`);
  assert.equal(status, 200);
  assert(text.includes("この従業員を追加したときの内容は保存されていません"));
  // But for the menus of the header and the help of the screen nothing can be unfolded.
  assert.equal(
    document.querySelectorAll("details").length,
    document.querySelectorAll("header details").length + 1,
  );
});

Deno.test("nobody but 管理者 reads it, and an unknown id is not found", async () => {
  for (const who of ["confirm", "download", "check", "none"]) {
    assert.equal((await get(who, `/employees/${employee.id}`)).status, 403, who);
  }
  assert.equal((await get("admin", "/employees/nobody")).status, 404);
});
