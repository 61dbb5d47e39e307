import assert from "node:assert/strict";
import { type Answer, sendForm } from "./send_form.ts";

/** Stands for the browser's XMLHttpRequest; `answer` plays the server. */
class FakeRequest {
  upload: { onprogress?: (event: unknown) => void } = {};
  headers: Record<string, string> = {};
  status = 0;
  responseText = "";
  onload = () => {};
  onerror = () => {};
  onabort = () => {};
  open() {}
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send() {}
  abort() {
    this.onabort();
  }
  answer(status: number, body: string) {
    this.status = status;
    this.responseText = body;
    this.onload();
  }
}

function start(play: (request: FakeRequest) => void, shares: number[] = []): Promise<Answer> {
  const request = new FakeRequest();
  const answer = sendForm("/x", new FormData(), {
    onProgress: (share) => shares.push(share),
    signal: new AbortController().signal,
    request: request as unknown as XMLHttpRequest,
  });
  assert.equal(request.headers.Accept, "application/json");
  play(request);
  return answer;
}

Deno.test("sendForm reads an acceptance and tells the progress", async () => {
  const shares: number[] = [];
  const answer = await start((request) => {
    request.upload.onprogress?.({ lengthComputable: true, loaded: 5, total: 20 });
    request.upload.onprogress?.({ lengthComputable: false, loaded: 9, total: 0 });
    request.answer(202, `{"id":"J1","title":"取り込み"}`);
  }, shares);
  assert.deepEqual(answer, { kind: "accepted", id: "J1", title: "取り込み" });
  assert.deepEqual(shares, [0.25]);
});

Deno.test("sendForm reads a refusal", async () => {
  const body = JSON.stringify({
    error: { code: "already_open", message: "実行中です。", remedy: "待ってください。", job: "J0" },
  });
  assert.deepEqual(await start((request) => request.answer(422, body)), {
    kind: "refused",
    problem: { code: "already_open", message: "実行中です。", remedy: "待ってください。", job: "J0" },
  });
});

Deno.test("sendForm takes anything else as no answer", async () => {
  for (
    const [status, body] of [[502, "<html>"], [202, "{}"], [200, "null"], [500, `{"error":"x"}`]] as const
  ) {
    assert.deepEqual(await start((request) => request.answer(status, body)), { kind: "broken" }, body);
  }
  assert.deepEqual(await start((request) => request.onerror()), { kind: "broken" });
});

Deno.test("sendForm stops when it is aborted", async () => {
  const stop = new AbortController();
  const request = new FakeRequest();
  const answer = sendForm("/x", new FormData(), {
    onProgress: () => {},
    signal: stop.signal,
    request: request as unknown as XMLHttpRequest,
  });
  stop.abort();
  assert.deepEqual(await answer, { kind: "aborted" });
});
