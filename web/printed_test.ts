import assert from "node:assert/strict";
import { collectedOf } from "../domain/declaration/collected.ts";
import { mountedOriginals } from "../domain/mounted_originals.ts";
import { isAsked } from "../domain/perform.ts";
import { DOCUMENT_KINDS, DOCUMENT_LABELS, type DocumentKind } from "../domain/request.ts";
import { bookmarksIn, infoIn, pagesIn } from "../formats/pdf/test_tools.ts";
import { openDataPages } from "./data_pages_fixture.ts";

const { services, get } = await openDataPages(300);
const stores = services.stores((await services.tenants.byId("sample"))!);
const [head, factory] = await stores.groups.list();
const members = (await Array.fromAsync(stores.members.walk(head!.id))).flat().filter(isAsked);

/** Somebody with this document, or (null) without, and the addresses of theirs. */
function somebody(document: DocumentKind, made: boolean) {
  const found = members.find(({ request }) => (request.documents[document] !== undefined) === made);
  assert.ok(found, `nobody ${made ? "has" : "lacks"} ${document}`);
  const home = `/groups/${head!.id}/requests/${found.employee.id}`;
  return { ...found, home, page: `${home}/documents/${document}`, pdf: `${home}/documents/${document}/pdf` };
}

for (const document of DOCUMENT_KINDS) {
  Deno.test(`${document}: a PDF for those who check it, linked from its page, its list and 依頼詳細`, async () => {
    const { pdf, page, home, employee } = somebody(document, true);
    const list = `/groups/${head!.id}/documents?document=${document}&q=${employee.code}`;
    for (
      const [from, labels] of [[page, ["PDFで表示", "書類をダウンロード"]], [home, ["PDF"]], [list, [
        "PDF",
      ]]] as const
    ) {
      const links = [...(await get("check", from)).document.querySelectorAll(`a[href="${pdf}"]`)];
      assert.deepEqual(links.map(({ textContent }) => textContent), labels, from);
    }
    const { status, bytes, headers } = await get("check", pdf);
    assert.equal(status, 200);
    assert.equal(headers.get("content-type"), "application/pdf");
    const name = `${employee.code}_${employee.lastName} ${employee.firstName}_${
      DOCUMENT_LABELS[document]
    }.pdf`;
    assert.ok(headers.get("content-disposition")!.startsWith("inline; "));
    assert.ok(headers.get("content-disposition")!.endsWith(encodeURIComponent(name)));
    assert.ok(pagesIn(bytes) >= 1);
    assert.deepEqual(bookmarksIn(bytes), [infoIn(bytes, "Title")]);
    assert.equal(infoIn(bytes, "Subject"), `${employee.code} ${employee.lastName} ${employee.firstName}`);
  });
}

Deno.test("a document that was not made, 前職情報 and another group's people have none", async () => {
  const { pdf } = somebody("housing_loan", false);
  const { home, employee } = somebody("this_year_dependants", true);
  const foreign = `/groups/${factory!.id}/requests/${employee.id}`;
  for (
    const path of [
      pdf,
      `${home}/documents/previous_job/pdf`,
      `${home}/documents/x/pdf`,
      `${foreign}/documents/this_year_dependants/pdf`,
      `${foreign}/mounting-sheet`,
    ]
  ) assert.equal((await get("admin", path)).status, 404, path);
});

Deno.test("the 台紙 of one employee at once, from 依頼の操作 of 依頼詳細; of somebody without a certificate too", async () => {
  const collected = await collectedOf(stores, members);
  for (const has of [true, false]) {
    const index = collected.findIndex((one) => (mountedOriginals(one).length > 0) === has);
    const { employee } = members[index]!;
    const home = `/groups/${head!.id}/requests/${employee.id}`;
    const { document } = await get("check", home);
    const link = document.querySelector(`a[href="${home}/mounting-sheet"]`);
    assert.equal(link?.textContent, "生命保険等証明書原本の台紙ダウンロード");
    const { status, bytes, headers } = await get("check", `${home}/mounting-sheet`);
    assert.equal(status, 200);
    assert.ok(pagesIn(bytes) >= 1);
    assert.match(headers.get("content-disposition")!, new RegExp(`^inline; filename="${employee.code}_`));
  }
});
