import assert from "node:assert/strict";
import { OWN } from "../../domain/my_number.ts";
import { send } from "../../domain/request_acts/asking.ts";
import { bookmarksIn, infoIn, pagesIn } from "../../formats/pdf/test_tools.ts";
import { commitChange } from "../../kv/guarded.ts";
import { myNumberPagesOf } from "../../kv/my_numbers/pages.ts";
import { myNumberStore } from "../../kv/my_numbers/store.ts";
import { testNumber } from "../../kv/my_numbers/testing.ts";
import { answerAll, submitAll } from "./answering_fixture.ts";
import { openMy } from "./my_fixture.ts";

type My = Awaited<ReturnType<typeof openMy>>;

const DOCUMENT = "/my/documents/this_year_dependants";
const SHEET = "/my/mounting-sheet";
/** Somebody who pays into iDeCo, with a certificate on paper. */
const INSURED = {
  insurance: { claims: "yes" },
  "mutual-aid": { "mutualAid.individual.amount": "120,000" },
};

/** A company that has asked Taro and Jiro, and whose Taro has a 個人番号. */
async function asked(): Promise<My> {
  const my = await openMy();
  for (const code of ["000001", "000002"]) {
    await my.act(code, ({ member }) => send(member.request), { restoring: "take" });
  }
  const numbers = myNumberStore({ kv: my.kv, committer: my.committer, keyring: my.files.keyring }, my.ref);
  const sealed = await numbers.seal("id-000001", [{ holder: OWN, number: testNumber(7) }]);
  await commitChange(my.kv, my.committer, {
    guards: [my.stores.members.guard("g")],
    compute: async () => numbers.put((await my.stores.members.byId("id-000001"))!, sealed),
  });
  return my;
}

async function submitted(said: Record<string, Record<string, string>> = {}): Promise<My> {
  const my = await asked();
  await answerAll(my, "taro", said);
  assert.equal((await submitAll(my, "taro")).status, 303);
  return my;
}

const usesOf = async (my: My) =>
  (await myNumberPagesOf(my.kv, my.ref).uses(null)).uses.map(({ what, purpose, whose, job }) => ({
    what,
    purpose,
    job,
    code: whose?.code,
  }));

const linksOf = async (my: My, page: string) =>
  [...(await my.ask("taro", page)).document.querySelectorAll("a")].map((link) =>
    `${link.textContent} ${link.getAttribute("href")}`
  );

Deno.test("an employee opens each of the own documents that were made, under its name", async () => {
  using my = await submitted();
  const links = (await linksOf(my, "/my")).filter((link) => link.includes("/my/documents/"));
  assert.deepEqual(links, [
    "今年の扶養控除等（異動）申告書（PDF） /my/documents/this_year_dependants",
    "来年の扶養控除等（異動）申告書（PDF） /my/documents/next_year_dependants",
    "基礎控除申告書 兼 配偶者控除等申告書 兼 所得金額調整控除申告書（PDF） /my/documents/basic_spouse_adjustment",
  ]);
  const { status, headers, bytes } = await my.ask("taro", DOCUMENT);
  assert.equal(status, 200);
  assert.equal(headers.get("content-type"), "application/pdf");
  assert.equal(headers.get("content-length"), `${bytes.length}`);
  assert.equal(headers.get("cache-control"), "no-store, no-transform");
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  assert.match(headers.get("content-security-policy")!, /^default-src 'none'; .*frame-ancestors 'none'$/);
  const name = encodeURIComponent("000001_山田 花子_今年の扶養控除等（異動）申告書.pdf");
  assert.ok(headers.get("content-disposition")!.startsWith("inline; "));
  assert.ok(headers.get("content-disposition")!.endsWith(name), headers.get("content-disposition")!);
  assert.deepEqual([infoIn(bytes, "Author"), infoIn(bytes, "Subject")], [
    "株式会社アクメ",
    "000001 山田 花子",
  ]);
  assert.match(infoIn(bytes, "Title")!, /^令和8年分 給与所得者の扶養控除等（異動）申告書$/);
});

Deno.test("what was not made, what is none, and documents of others are not there", async () => {
  using my = await submitted();
  for (const document of ["insurance", "housing_loan", "previous_job", "x"]) {
    assert.equal((await my.ask("taro", `/my/documents/${document}`)).status, 404, document);
  }
  for (const who of ["jiro", "nobody", "boss"]) assert.equal((await my.ask(who, DOCUMENT)).status, 404, who);
});

Deno.test("the own 個人番号 is opened for the own document, which is on record; not where the group prints none", async () => {
  using my = await submitted();
  const { bytes } = await my.ask("taro", DOCUMENT);
  assert.deepEqual(await usesOf(my), [
    { what: "shown", purpose: "今年の扶養控除等（異動）申告書", job: null, code: "000001" },
  ]);
  assert.doesNotMatch(new TextDecoder("latin1").decode(bytes), new RegExp(testNumber(7)));
  await my.setSettings({ printMyNumber: false });
  const other = await my.ask("taro", DOCUMENT);
  assert.equal(other.status, 200);
  assert.notDeepEqual(other.bytes, bytes);
  assert.equal((await usesOf(my)).length, 1);
});

Deno.test("the own 台紙: where the group uses it, from the submission on, for what goes on it", async () => {
  using my = await asked();
  await my.setSettings({ mountingSheet: true });
  await answerAll(my, "taro", INSURED);
  const before = await my.ask("taro", "/my/confirmation");
  assert.match(before.text, /台紙は、回答を提出したあとに開けるようになります/);
  assert.equal((await my.ask("taro", SHEET)).status, 404, "not yet");
  await submitAll(my, "taro");
  assert.ok((await linksOf(my, "/my")).includes(`生命保険等証明書原本の台紙（PDF） ${SHEET}`));
  const { status, bytes, headers } = await my.ask("taro", SHEET);
  assert.equal(status, 200);
  assert.deepEqual([pagesIn(bytes), bookmarksIn(bytes)], [1, ["生命保険等証明書原本の台紙"]]);
  assert.match(
    headers.get("content-disposition")!,
    /^inline; filename="000001_[^"]*\.pdf"; filename\*=UTF-8''000001_/,
  );
  await my.setSettings({ mountingSheet: false });
  assert.equal((await my.ask("taro", SHEET)).status, 404, "the group uses none");
  assert.doesNotMatch((await my.ask("taro", "/my")).text, /台紙/);
});

Deno.test("nothing goes on the 台紙: there is none, and nobody is told of one", async () => {
  using my = await submitted();
  await my.setSettings({ mountingSheet: true });
  assert.equal((await my.ask("taro", SHEET)).status, 404);
  assert.doesNotMatch((await my.ask("taro", "/my")).text, /台紙/);
});
