import assert from "node:assert/strict";
import fc from "fast-check";
import { isMailAddress, type Letter, MAIL_KINDS, type MailKind } from "./mail.ts";
import { DEFAULT_MAILS, EDITABLE_MAILS } from "./mail_template.ts";
import { fixedTemplate, writtenMail } from "./mail_text.ts";

const ADDRESS = "https://acme.test/my";

function letterOf(kind: MailKind, named = ""): Letter {
  const editable = EDITABLE_MAILS.find((one) => one === kind);
  const template = editable ? DEFAULT_MAILS[editable] : fixedTemplate(kind as "returned", named);
  return { v: 1, kind, company: "株式会社アクメ", template };
}

const subjectOf = (kind: MailKind, named?: string) =>
  writtenMail(letterOf(kind, named), { name: "山田 花子", detail: "" }, ADDRESS).subject;

Deno.test("every mail has the subject of the facts, with the company's name", () => {
  assert.equal(subjectOf("requested"), "年末調整の依頼が届きました｜株式会社アクメ");
  assert.equal(subjectOf("confirmed"), "年末調整の提出内容が確定されました｜株式会社アクメ");
  assert.equal(subjectOf("reminded"), "【再通知】年末調整の依頼が届きました｜株式会社アクメ");
  assert.equal(subjectOf("expired"), "年末調整の提出期限が締め切られました|株式会社アクメ");
  assert.equal(subjectOf("returned"), "年末調整が差戻されました|株式会社アクメ");
  assert.equal(subjectOf("submitted", "本社"), "本社年末調整が提出されました｜株式会社アクメ");
  assert.equal(
    subjectOf("job_finished", "本社の依頼の一括送信"),
    "バックグラウンド処理による 本社の依頼の一括送信 の結果が出ました | 株式会社アクメ",
  );
});

Deno.test("every mail names who is addressed and leads to a page; what is theirs alone stands in it", () => {
  for (const kind of MAIL_KINDS) {
    const { text } = writtenMail(letterOf(kind), { name: "山田 花子", detail: "" }, ADDRESS);
    assert.match(text, /^山田 花子 様\n\n/);
    assert.ok(text.includes(`\n\n${ADDRESS}\n`), kind);
  }
  const returned = writtenMail(letterOf("returned"), { name: "山田", detail: "修正内容：\n住所" }, ADDRESS);
  assert.ok(returned.text.includes("修正内容：\n住所\n"));
});

Deno.test("no name, title or company makes a second line in a subject, or a control character in a text", () => {
  const anything = fc.string({ unit: "binary" });
  fc.assert(fc.property(anything, anything, anything, (name, named, company) => {
    for (const kind of MAIL_KINDS) {
      const letter = { ...letterOf(kind, `a\r\nBcc: x@y.example${named}`), company: `\u2028${company}\n` };
      const { subject, text } = writtenMail(letter, { name, detail: name }, ADDRESS);
      assert.doesNotMatch(subject, /[\p{Cc}\p{Zl}\p{Zp}]/u);
      assert.doesNotMatch(text, /(?![\n\t])\p{Cc}/u);
    }
  }));
});

Deno.test("an address is one address", () => {
  for (const good of ["a@acme.example", "a.b+c@mail.acme.example", "社員@例え.jp"]) {
    assert.ok(isMailAddress(good));
  }
  const bad = [
    "",
    "a",
    "a@",
    "@b.example",
    "a@b@c",
    "a@b.example, c@d.example",
    "a@b.example\r\nBcc: c@d.example",
  ];
  for (const text of [...bad, "<a@b.example>", "a b@c.example", `${"a".repeat(250)}@b.example`]) {
    assert.ok(!isMailAddress(text), text);
  }
});
