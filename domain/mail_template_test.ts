import assert from "node:assert/strict";
import { DEFAULT_GROUP_SETTINGS, groupSettingsSchema, templateOf } from "./group_settings.ts";
import { DEFAULT_MAILS, EDITABLE_MAILS, mailOf, mailTemplateSchema } from "./mail_template.ts";

const FACTS = { company: "株式会社見本", name: "山田 花子", address: "https://kaisha.example/my" };

Deno.test("the subjects are those of the source, each with its own bar before the company's name", () => {
  assert.deepEqual(EDITABLE_MAILS.map((kind) => mailOf(kind, DEFAULT_MAILS[kind], FACTS).subject), [
    "年末調整の依頼が届きました｜株式会社見本",
    "年末調整の提出内容が確定されました｜株式会社見本",
    "【再通知】年末調整の依頼が届きました｜株式会社見本",
    "年末調整の提出期限が締め切られました|株式会社見本",
  ]);
});

Deno.test("a mail names the employee, then what was written, the page, and the footer where there is one", () => {
  const template = { subject: "件名", body: "一行目\n二行目", footer: "人事部" };
  const { text } = mailOf("requested", template, FACTS);
  assert.equal(text, "山田 花子 様\n\n一行目\n二行目\n\nhttps://kaisha.example/my\n\n人事部\n");
  const bare = mailOf("requested", { ...template, footer: "" }, FACTS);
  assert.match(bare.text, /my\n$/);
});

Deno.test("the product's own words are ones that could be saved", () => {
  for (const kind of EDITABLE_MAILS) {
    assert.deepEqual(mailTemplateSchema.parse(DEFAULT_MAILS[kind]), DEFAULT_MAILS[kind]);
  }
});

Deno.test("a subject of two lines is refused: it would end the header of the mail", () => {
  const read = mailTemplateSchema.safeParse({ ...DEFAULT_MAILS.requested, subject: "a\nBcc: x@y.example" });
  assert.deepEqual(read.error?.issues.map(({ path }) => path), [["subject"]]);
});

Deno.test("a group's own words go before the product's, mail by mail", () => {
  const own = { subject: "s", body: "b", footer: "" };
  const settings = groupSettingsSchema.parse({
    ...DEFAULT_GROUP_SETTINGS,
    mails: { ...DEFAULT_GROUP_SETTINGS.mails, reminded: own },
  });
  assert.deepEqual(templateOf(settings, "reminded"), own);
  assert.deepEqual(templateOf(settings, "requested"), DEFAULT_MAILS.requested);
});
