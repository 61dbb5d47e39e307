import assert from "node:assert/strict";
import { restored } from "../../domain/declaration/restore.ts";
import { reset, send } from "../../domain/request_acts/asking.ts";
import { requestCorrection } from "../../domain/request_acts/correcting.ts";
import { fileKeys, yearKeys } from "../../kv/keys.ts";
import { answerAll, submitAll } from "./answering_fixture.ts";
import { openMy } from "./my_fixture.ts";
import { cleanUp, DISABLED, PNG, upload } from "./pictures_fixture.ts";

type My = Awaited<ReturnType<typeof openMy>>;

/** A company whose group asks for a picture of 手帳, and has asked Taro. */
async function asked(): Promise<My> {
  const my = await openMy();
  const { pictures } = await my.stores.settings.ofGroup("g");
  await my.setSettings({ pictures: { ...pictures, disability: "required" } });
  await my.act("000001", ({ member }) => send(member.request), { restoring: "take" });
  return my;
}

async function pictureOf(my: My): Promise<string> {
  const { text } = await my.ask("taro", "/my/pictures");
  return /\/my\/pictures\/([0-9A-Z]{26})"/.exec(text)![1]!;
}

Deno.test("a proof that must be shown is asked for before the submission, and staff see it then", async () => {
  using my = await asked();
  assert.equal(await answerAll(my, "taro", DISABLED), "/my/pictures");
  const refused = await submitAll(my, "taro");
  assert.equal(refused.status, 422);
  assert.match(refused.text, /画像の添付が必要なものがあります（障害者手帳：本人）/);
  assert.equal((await upload(my, PNG)).status, 303);
  const id = await pictureOf(my);
  const own = await my.ask("taro", `/my/pictures/${id}`);
  assert.deepEqual(own.bytes, PNG);
  assert.equal(own.headers.get("content-type"), "image/png");
  assert.match(own.headers.get("content-disposition")!, /^inline; filename=.*%E6%89%8B%E5%B8%B3\.png$/);
  assert.match(own.headers.get("content-security-policy")!, /^sandbox; default-src 'none'/);
  assert.equal(own.headers.get("x-content-type-options"), "nosniff");
  assert.equal(own.headers.get("cache-control"), "no-store, no-transform");
  assert.equal((await submitAll(my, "taro")).status, 303);
  const staff = `/groups/g/requests/id-000001/pictures/${id}`;
  assert.deepEqual((await my.ask("check", staff)).bytes, PNG);
  assert.equal((await my.ask("jiro", staff)).status, 403);
  assert.equal((await my.ask("jiro", `/my/pictures/${id}`)).status, 404);
  assert.equal((await my.ask("check", `/groups/g/requests/id-000002/pictures/${id}`)).status, 404);
});

Deno.test("what is no picture by its content, too large, or of nothing that is asked for is not taken", async () => {
  using my = await asked();
  await answerAll(my, "taro", DISABLED);
  const html = await upload(my, new TextEncoder().encode("<script>alert(1)</script>"));
  assert.equal(html.status, 415);
  assert.match(html.text, /JPEG・PNG・PDF以外のファイルです/);
  const large = new Uint8Array(10 * 1024 * 1024 + 1);
  large.set(PNG);
  assert.equal((await upload(my, large)).status, 413);
  assert.equal((await upload(my, PNG, { kind: "abroad" })).status, 400);
  assert.equal((await upload(my, PNG, { subject: "somebody" })).status, 400);
  assert.equal((await upload(my, new Uint8Array(), {}, "")).status, 400);
  assert.deepEqual(await my.stores.pictures.kept("id-000001"), []);
});

Deno.test("a PDF is given to be saved, never shown", async () => {
  using my = await asked();
  await answerAll(my, "taro", DISABLED);
  await upload(my, new TextEncoder().encode("%PDF-1.7 …"), {}, "手帳.exe");
  const pdf = await my.ask("taro", `/my/pictures/${await pictureOf(my)}`);
  assert.match(pdf.headers.get("content-disposition")!, /^attachment; filename="_\.exe\.pdf"/);
});

Deno.test("a picture that is taken away of a correction goes with its submission, not before", async () => {
  using my = await asked();
  await answerAll(my, "taro", DISABLED);
  await upload(my, PNG);
  const former = await pictureOf(my);
  await submitAll(my, "taro");
  await my.act("000001", ({ member }, at) => requestCorrection(member.request, ["self"], "", at));
  assert.equal((await my.send("taro", `/my/pictures/${former}/removal`)).status, 303);
  assert.equal((await my.ask("check", `/groups/g/requests/id-000001/pictures/${former}`)).status, 200);
  assert.match((await submitAll(my, "taro")).text, /画像の添付が必要なものがあります/);
  await upload(my, PNG);
  assert.equal((await submitAll(my, "taro")).status, 303);
  const kept = await my.stores.pictures.kept("id-000001");
  assert.equal(kept.length, 1);
  assert.notEqual(kept[0], former);
});

Deno.test("未依頼に戻す lets go what was shown since the request: pictures, and the draft of a correction with its own", async () => {
  using my = await asked();
  await answerAll(my, "taro", DISABLED);
  await upload(my, PNG);
  await submitAll(my, "taro");
  await my.act("000001", ({ member }, at) => requestCorrection(member.request, ["self"], "", at));
  await upload(my, PNG);
  my.pass(11 * 60_000);
  await cleanUp(my);
  assert.equal((await my.stores.pictures.kept("id-000001")).length, 2, "what answers or draft name stays");

  await my.act(
    "000001",
    ({ member, point, startLoan }) => reset(member.request, restored(point, startLoan).documents),
    { restoring: "back" },
  );
  await cleanUp(my);
  assert.deepEqual(await my.stores.pictures.kept("id-000001"), []);
  const left = [
    ...await Array.fromAsync(my.kv.list({ prefix: yearKeys.answerDraft("acme", 2026, "id-000001") })),
    ...await Array.fromAsync(my.kv.list({ prefix: fileKeys.artifact("acme", "").slice(0, -1) })),
    ...await Array.fromAsync(my.files.blobKv.list({ prefix: [] })),
  ];
  assert.deepEqual(left.map(({ key }) => key), []);
});

Deno.test("what proves a contract goes with it, whoever takes it out", async () => {
  using my = await asked();
  await answerAll(my, "taro", { insurance: { claims: "yes" } }).catch(() => {});
  const list = "/my/answers/social/national_pension";
  const pension = {
    type: "国民年金",
    company: "日本年金機構",
    relation: "本人",
    holder: "山田",
    amount: "1",
  };
  for (let n = 0; n < 2; n++) {
    await my.send("taro", `${list}/new`, pension);
    const { contracts } = (await my.stores.insurance.of(["id-000001"]))[0]!;
    assert.equal((await upload(my, PNG, { kind: "insurance", subject: contracts[n]!.id })).status, 303);
  }
  const stays = async () => {
    const [[declaration], [insurance]] = await Promise.all([
      my.stores.declarations.of(["id-000001"]),
      my.stores.insurance.of(["id-000001"]),
    ]);
    const pictures = declaration!.pictures.map(({ subject }) => subject);
    assert.deepEqual(pictures, insurance!.contracts.map(({ id }) => id));
    await cleanUp(my);
    assert.equal((await my.stores.pictures.kept("id-000001")).length, pictures.length);
    return insurance!.contracts.map(({ id }) => id);
  };
  const [first] = await stays();
  assert.equal((await my.send("taro", `${list}/${first}/removal`)).status, 303);
  const [second, ...none] = await stays();
  assert.deepEqual(none, []);
  await answerAll(my, "taro", { insurance: { claims: "yes" } });
  assert.equal((await submitAll(my, "taro")).status, 303);
  const { status } = await my.send(
    "boss",
    `/groups/g/requests/id-000001/collected/insurance/national_pension/${second}/removal`,
  );
  assert.equal(status, 303);
  assert.deepEqual(await stays(), []);
});
