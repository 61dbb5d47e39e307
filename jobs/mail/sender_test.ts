import assert from "node:assert/strict";
import fc from "fast-check";
import { setClock } from "../../domain/clock.ts";
import { readMail } from "../../tests/support/smtp.ts";
import { eventually } from "../engine/test_tools.ts";
import { openPost, type Post } from "./sender_fixture.ts";

const states = async (post: Post) => (await post.mails()).map(({ state }) => state);
const all = (post: Post, state: string) => async () => (await states(post)).every((one) => one === state);

Deno.test("a mail arrives as it was written: subject, text, link, sender, and an id of its own", async () => {
  await using post = await openPost();
  await post.post(["hanako"]);
  post.start();
  await eventually(all(post, "sent"));
  const [taken] = post.smtp.mails;
  assert.deepEqual([taken!.from, taken!.to], ["nencho@mail.test", ["hanako@acme.example"]]);
  const { headers, text } = readMail(taken!.raw);
  const [mail] = await post.mails();
  assert.equal(headers.get("subject"), "年末調整の依頼が届きました｜株式会社アクメ");
  assert.equal(headers.get("from"), "年末調整 <nencho@mail.test>");
  assert.equal(headers.get("to"), "hanako@acme.example");
  assert.equal(headers.get("message-id"), `<${mail!.id}@mail.test>`);
  assert.equal(headers.get("auto-submitted"), "auto-generated");
  assert.match(text, /^山田 花子 様\n\n年末調整の手続きをお願いします。/);
  assert.ok(text.includes("\nhttps://acme.test/my\n"));
  assert.equal(mail!.sentAt! >= mail!.postedAt, true);
});

Deno.test("hundreds of mails go once each, over five connections at most", async () => {
  await using post = await openPost();
  const names = Array.from({ length: 230 }, (_, i) => `u${i}`);
  await post.post(names);
  post.start();
  await eventually(all(post, "sent"));
  const recipients = post.smtp.mails.map(({ to }) => to[0]);
  assert.deepEqual(recipients.toSorted(), names.map((name) => `${name}@acme.example`).toSorted());
  assert.equal(new Set(post.smtp.mails.map(({ raw }) => readMail(raw).headers.get("message-id"))).size, 230);
  assert.ok(post.smtp.connections.most <= 5, `${post.smtp.connections.most} connections`);
});

Deno.test("what is posted later goes at the ring, and nothing goes twice", async () => {
  await using post = await openPost();
  const sender = post.start();
  for (const name of ["a", "b", "c"]) {
    await post.post([name]);
    sender.ring();
    await eventually(all(post, "sent"));
  }
  assert.deepEqual(post.smtp.mails.map(({ to }) => to[0]), ["a", "b", "c"].map((n) => `${n}@acme.example`));
});

Deno.test("what another process posted goes without a ring, a second later at most", async () => {
  await using post = await openPost();
  post.start();
  await post.post(["a"]);
  await eventually(all(post, "sent"));
  await post.post(["b"]);
  await eventually(all(post, "sent"));
  assert.equal(post.smtp.mails.length, 2);
});

Deno.test("two senders of one database: one sends, each mail once", async () => {
  await using post = await openPost();
  await post.post(Array.from({ length: 60 }, (_, i) => `u${i}`));
  const [one, other] = ["one", "other"].map((id) =>
    post.start({ owner: { id, isDead: () => Promise.resolve(false) } })
  );
  await eventually(all(post, "sent"));
  await post.post(["late"]);
  one!.ring();
  other!.ring();
  await eventually(all(post, "sent"));
  assert.equal(post.smtp.mails.length, 61);
});

Deno.test("a sender that leaves gives its right to the next", async () => {
  await using post = await openPost();
  await post.post(["a"]);
  const first = post.start({ owner: { id: "first", isDead: () => Promise.resolve(false) } });
  await eventually(all(post, "sent"));
  await first.stop();
  await post.post(["b"]);
  post.start({ owner: { id: "second", isDead: () => Promise.resolve(false) } });
  await eventually(all(post, "sent"));
  assert.equal(post.smtp.mails.length, 2);
});

Deno.test("a server that is down loses nothing: tried again after 10 s, 1 min, 5 min, then all go once", async () => {
  await using post = await openPost();
  await post.smtp.down();
  await post.post(["a", "b"]);
  const sender = post.start();
  const waits = [10, 60, 300, 300];
  for (const [i, seconds] of waits.entries()) {
    await eventually(() => post.logged.length === i + 1);
    assert.match(post.logged[i]!, new RegExp(`^mails wait: .* seconds=${seconds} `));
    post.pass(seconds * 1000 - 1);
    sender.ring();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(post.logged.length, i + 1, "tried too early");
    post.pass(1);
    if (i === waits.length - 1) post.smtp.up();
    sender.ring();
  }
  await eventually(all(post, "sent"));
  assert.equal(post.smtp.mails.length, 2);
  assert.equal(post.logged.at(-1), "the mail server answers again");
});

for (
  const [name, how] of [
    ["421 in greeting", (text: string) => text === "" ? "421 busy" : null],
    ["421 after RCPT", (text: string) => /^RCPT/.test(text) ? "421 busy" : null],
    ["421 after the text", (text: string) => text === "." ? "421 later" : null],
    ["a sender that is refused", (text: string) => /^MAIL/.test(text) ? "550 not you" : null],
    ["a connection that breaks in the middle", (text: string) => /^DATA/.test(text) ? "drop" : null],
    ["a server that says nothing", (text: string) => /^EHLO/.test(text) ? "stall" : null],
  ] as const
) {
  Deno.test(`the server's trouble is no mail's: ${name}`, async () => {
    await using post = await openPost();
    await post.post(["a", "b"]);
    post.smtp.answer(how);
    const sender = post.start();
    await eventually(() => post.logged.length > 0);
    assert.deepEqual(await states(post), ["waiting", "waiting"]);
    assert.ok((await post.mails()).every(({ trouble }) => trouble === null));
    post.smtp.answer(() => null);
    post.pass(10_000);
    sender.ring();
    await eventually(all(post, "sent"));
    assert.equal(post.smtp.mails.length, 2);
  });
}

for (const how of ["drop", "421 closing"]) {
  Deno.test(`a mail at which the server hangs up each time (${how}) holds nobody up for long, and is put off`, async () => {
    await using post = await openPost();
    post.smtp.answer((text) => /^RCPT.*poison/.test(text) ? how : null);
    await post.post(["poison1", "poison2", ...Array.from({ length: 60 }, (_, i) => `p${i}`)]);
    const done = async () =>
      (await post.mails()).every(({ state, trouble }) => state === "sent" || trouble !== null);
    let told = post.logged.length;
    const sender = post.start();
    for (let rounds = 0; !await done(); rounds++) {
      assert.ok(rounds < 8, "the others wait and wait");
      await eventually(async () => post.logged.length > told || await done());
      told = post.logged.length;
      post.pass(300_000);
      sender.ring();
    }
    const mails = await post.mails();
    assert.deepEqual(mails.filter(({ state }) => state !== "sent").map(({ to, trouble }) => [to, trouble]), [
      ["poison1@acme.example", "deferred"],
      ["poison2@acme.example", "deferred"],
    ]);
    assert.equal(post.smtp.mails.length, 60);
  });
}

Deno.test("an address that is refused for good fails alone, and says why", async () => {
  await using post = await openPost();
  post.smtp.answer((text) => /^RCPT TO:<gone@/.test(text) ? "550 5.1.1 no such user" : null);
  await post.post(["a", "gone", "b"]);
  post.start();
  await eventually(async () => !(await states(post)).includes("waiting"));
  assert.deepEqual(await states(post), ["sent", "failed", "sent"]);
  const [, failed] = await post.mails();
  assert.deepEqual([failed!.trouble, failed!.reply], ["refused", 550]);
  assert.equal(post.smtp.mails.length, 2);
  assert.deepEqual(post.logged, []);
});

Deno.test("an address that is refused for the moment is tried again by itself, and given up after three days", async () => {
  let time = Date.UTC(2026, 10, 2);
  const restore = setClock({ now: () => time });
  await using post = await openPost();
  post.smtp.answer((text) => /^RCPT TO:<full@/.test(text) ? "452 mailbox full" : null);
  await post.post(["full", "b"]);
  const sender = post.start();
  await eventually(async () => (await states(post))[1] === "sent");
  const deferrals = async () => (await post.mails())[0]!.deferrals;
  await eventually(async () => await deferrals() === 1);
  assert.equal((await post.mails())[0]!.notBefore - time, 10_000);
  const began = time;
  for (let n = 2; (await states(post))[0] === "waiting"; n++) {
    time = (await post.mails())[0]!.notBefore;
    sender.ring();
    await eventually(async () => await deferrals() === n || (await states(post))[0] === "failed");
  }
  const [mail] = await post.mails();
  assert.deepEqual([mail!.trouble, mail!.reply, mail!.deferrals], ["given_up", 452, 16]);
  const days = (time - began) / (24 * 60 * 60_000);
  assert.ok(days > 2.5 && days < 3.5, `${days} days`);
  restore();
});

Deno.test("a mail of a tenant that posted thousands does not stand before one of another", async () => {
  await using post = await openPost();
  await post.post(Array.from({ length: 100 }, (_, i) => `u${i}`));
  const { kv, committer } = post.year;
  const [first] = await Array.fromAsync(
    kv.list<{ id: string; letter: string }>({ prefix: ["t", "acme", "mail"] }),
  );
  const letters = await Array.fromAsync(kv.list({ prefix: ["t", "acme", "letter"] }));
  await committer.commit({
    checks: [],
    mutations: [
      {
        type: "set",
        key: ["t", "zeta", "mail", first!.value.id],
        value: { ...first!.value, to: "z@zeta.example" },
      },
      { type: "set", key: ["t", "zeta", ...letters[0]!.key.slice(2)], value: letters[0]!.value },
      { type: "set", key: ["sys", "outgoing", "zeta", 0, first!.value.id], value: { v: 1, sender: null } },
    ],
  });
  post.start();
  await eventually(all(post, "sent"));
  const place = post.smtp.mails.findIndex(({ to }) => to[0] === "z@zeta.example");
  assert.ok(place >= 0 && place < 40, `it was number ${place}`);
});

Deno.test("names with line breaks or anything else add no header and no recipient", async () => {
  await using post = await openPost();
  const evil = "花子\r\nBcc: thief@evil.example\r\n\r\n本文";
  await post.post(["a"], { lastName: evil, firstName: "\u0000<b@evil.example>," });
  const odd = fc.sample(fc.string({ unit: "binary", maxLength: 30 }), { numRuns: 40, seed: 7 });
  for (const [i, lastName] of odd.entries()) await post.post([`odd${i}`], { lastName });
  post.start();
  await eventually(all(post, "sent"));
  assert.equal(post.smtp.mails.length, 41);
  const known = [
    "from",
    "to",
    "message-id",
    "subject",
    "date",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "auto-submitted",
  ];
  for (const { raw, to } of post.smtp.mails) {
    const { headers, text } = readMail(raw);
    assert.deepEqual([...headers.keys()].filter((name) => !known.includes(name)), []);
    assert.deepEqual(to, [headers.get("to")]);
    assert.ok(text.includes("様"));
  }
});

Deno.test("who leaves while mails are going out lets them arrive, and begins no other", async () => {
  await using post = await openPost();
  await post.post(Array.from({ length: 60 }, (_, i) => `u${i}`));
  const sender = post.start();
  await eventually(() => post.smtp.mails.length > 0);
  await sender.stop();
  const sent = (await states(post)).filter((state) => state === "sent").length;
  assert.equal(post.smtp.mails.length, sent, "what arrived is marked");
  assert.ok(sent < 60);
  post.start({ owner: { id: "next", isDead: () => Promise.resolve(false) } });
  await eventually(all(post, "sent"));
  assert.equal(post.smtp.mails.length, 60);
});
