import assert from "node:assert/strict";
import { leaseSender } from "../../kv/outgoing.ts";
import { eventually } from "../engine/test_tools.ts";
import { openPost, type Post } from "./sender_fixture.ts";

const sent = (post: Post) => post.smtp.mails.map(({ to }) => to[0]!.replace("@acme.example", "")).toSorted();

Deno.test("a sender that rests looks when it is rung, and leaves the right to send to the next one", async () => {
  await using post = await openPost();
  const [one, two] = ["one", "two"].map((id) =>
    post.start({ rests: true, owner: { id, isDead: () => Promise.resolve(false) } })
  );
  await eventually(() => !one!.busy() && !two!.busy());
  await post.post(["a"]);
  one!.ring();
  assert.ok(one!.busy());
  await eventually(() => !one!.busy());
  await post.post(["b"]);
  two!.ring();
  await eventually(() => !two!.busy());
  assert.deepEqual(sent(post), ["a", "b"]);
});

Deno.test("it is busy while another has the right who may be dead, and sends when that is certain", async () => {
  await using post = await openPost();
  let dead = false;
  const { kv, committer } = post.year;
  assert.ok(await leaseSender(kv, committer, "gone", () => Promise.resolve(false)));
  await post.post(["a"]);
  const sender = post.start({ rests: true, owner: { id: "me", isDead: () => Promise.resolve(dead) } });
  for (let look = 0; look < 3; look++) {
    sender.ring();
    await new Promise((resolve) => setTimeout(resolve));
    assert.ok(sender.busy());
  }
  assert.deepEqual(sent(post), []);
  dead = true;
  sender.ring();
  await eventually(() => !sender.busy());
  assert.deepEqual(sent(post), ["a"]);
});
