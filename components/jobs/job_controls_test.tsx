import assert from "node:assert/strict";
import { JobDetailLive } from "../../islands/JobDetailLive.tsx";
import type { JobControl } from "../../jobs/service.ts";
import type { Problem } from "../ProblemMessage.tsx";
import { draw, textOf, textsOf } from "../render_fixture.ts";
import { cancelSpec, rerunSpec } from "./control_spec.ts";
import { ControlPage } from "./ControlPage.tsx";
import { sampleDetail, sampleJob } from "./job_fixture.ts";
import { JobControls } from "./JobControls.tsx";

const NONE: JobControl = { cancel: false, rerun: null, rerunOf: null, reruns: [] };
const KEY = "01KAKEY0000000000000000001";

function controls(control: Partial<JobControl>, live = false): Document {
  const job = sampleJob();
  return draw(
    <JobControls
      job={job}
      control={{ ...NONE, ...control }}
      live={live}
      onStopped={() => Promise.resolve()}
    />,
  );
}

Deno.test("without scripts each control is a link to the page that asks", () => {
  const { id } = sampleJob();
  const stop = controls({ cancel: true });
  assert.deepEqual(textsOf(stop, "a"), ["中断"]);
  assert.equal(stop.querySelector("a")!.getAttribute("href"), `/background-jobs/${id}/cancellation`);
  const again = controls({ rerun: { confirm: false, password: false, unavailable: null } });
  assert.deepEqual(textsOf(again, "a"), ["同じ内容で再実行"]);
  assert.equal(again.querySelector("a")!.getAttribute("href"), `/background-jobs/${id}/retries`);
});

Deno.test("with scripts a control opens a dialog that holds the same form", () => {
  const page = controls({ cancel: true }, true);
  assert.equal(page.querySelector("button[aria-haspopup=dialog]")!.textContent, "中断");
  const form = page.querySelector("dialog form")!;
  assert.match(form.getAttribute("action")!, /\/cancellation$/);
  assert.equal(form.getAttribute("method"), "post");
});

Deno.test("the dialog of 再実行 asks for the password where the operation does", () => {
  const rerun = (password: boolean) => ({ rerun: { confirm: false, password, unavailable: null } });
  const field = controls(rerun(true), true).querySelector("dialog form input[type=password]")!;
  assert.equal(field.getAttribute("name"), "password");
  assert.ok(field.hasAttribute("required"));
  assert.equal(controls(rerun(false), true).querySelector("input[type=password]"), null);
});

Deno.test("nothing is offered to who may do nothing", () => {
  const page = controls({}, true);
  assert.equal(page.querySelector("a, button, dialog"), null);
});

Deno.test("a control that cannot be used now says why beside it", () => {
  for (const live of [false, true]) {
    const reason = "取り込むファイルの保存期間が過ぎました。";
    const page = controls({ rerun: { confirm: false, password: false, unavailable: reason } }, live);
    const button = page.querySelector("button")!;
    assert.equal(button.getAttribute("aria-disabled"), "true");
    assert.equal(button.getAttribute("type"), "button");
    assert.equal(textOf(page.getElementById(button.getAttribute("aria-describedby")!)), reason);
    assert.equal(page.querySelector("a, form"), null);
  }
});

Deno.test("the question before 中断 says what stays and what is deleted", () => {
  const page = draw(<ControlPage job={sampleJob()} spec={cancelSpec(sampleJob())} operationKey={KEY} />);
  assert.match(textOf(page), /「本社の従業員情報の取り込み」を中断しますか.*元に戻せません/);
  assert.match(textOf(page), /処理した内容は、そのまま残ります。作成途中のファイルは削除されます/);
  assert.deepEqual(textsOf(page, "form button"), ["中断"]);
  assert.equal(page.querySelector("form input"), null);
  assert.equal(page.querySelector("form a")!.getAttribute("href"), `/background-jobs/${sampleJob().id}`);
});

function askAgain(
  rerun: { confirm: boolean; password: boolean },
  problem?: Problem & { code?: string },
): Document {
  const spec = rerunSpec(sampleJob(), rerun);
  return draw(<ControlPage job={sampleJob()} spec={spec} operationKey={KEY} problem={problem} />);
}

Deno.test("再実行 carries a key, and warns where it has an effect of its own", () => {
  const ask = (confirm: boolean) => askAgain({ confirm, password: false });
  assert.equal(ask(false).querySelector<HTMLInputElement>("input[name=key]")!.value, KEY);
  assert.equal(ask(true).querySelector("input[name=password]"), null);
  assert.doesNotMatch(textOf(ask(false)), /もう一度行われます/);
  assert.match(textOf(ask(true)), /前回の結果は取り消されません。.*もう一度行われます/);
});

Deno.test("a refusal stands above the question, with the job that is in the way", () => {
  const problem = {
    event: "受け付けできませんでした",
    cause: "実行中です",
    remedy: "お待ちください",
    job: "J0",
  };
  const page = askAgain({ confirm: false, password: false }, problem);
  const alert = page.querySelector("[role=alert]")!;
  assert.match(textOf(alert), /受け付けできませんでした。.*実行中です。お待ちください。/);
  assert.equal(alert.querySelector("a")!.getAttribute("href"), "/background-jobs/J0");
});

Deno.test("再実行 asks for the password again where the operation does, and says at the field that it was wrong", () => {
  const fine = askAgain({ confirm: true, password: true });
  const field = fine.querySelector("input[name=password]")!;
  assert.equal(field.getAttribute("type"), "password");
  assert.equal(field.getAttribute("autocomplete"), "current-password");
  assert.equal(field.getAttribute("value"), null);
  assert.equal(field.getAttribute("aria-invalid"), null);
  const problem = { event: "事象", cause: "原因", remedy: "対処", code: "wrong_password" };
  const wrong = askAgain({ confirm: false, password: true }, problem).querySelector("input[name=password]")!;
  assert.equal(wrong.getAttribute("aria-invalid"), "true");
  const described = wrong.getAttribute("aria-describedby")!.split(" ").at(-1)!;
  assert.equal(
    textOf(wrong.ownerDocument.getElementById(described)),
    "パスワードが正しくありません。ご自分のパスワードを入力してください。",
  );
});

Deno.test("処理情報 leads to the run before and the runs after, named by when they were accepted", () => {
  const [before, ...after] = ["01KAD9Q000AAAAAAAAAAAAAAAA", "01KAD9QYG0AAAAAAAAAAAAAAAA"];
  const detail = { ...sampleDetail(), control: { ...NONE, rerunOf: before!, reruns: after } };
  const page = draw(
    <JobDetailLive
      detail={detail}
      now={Date.now()}
      viewer="me@sample.example"
      graceMs={120_000}
      person="me"
    />,
  );
  const links = [...page.querySelectorAll("dl ul a")];
  assert.deepEqual(links.map((link) => link.getAttribute("href")), [
    `/background-jobs/${before}`,
    `/background-jobs/${after[0]}`,
  ]);
  for (const link of links) assert.match(textOf(link), /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\dに受け付けた処理$/);
  assert.deepEqual(textsOf(page, "dt").filter((term) => term.includes("再実行")), [
    "再実行元",
    "再実行した処理",
  ]);
});

Deno.test("a job that waits again says so beside how far it is", () => {
  const waiting = sampleDetail({
    status: "running",
    message: "順番待ちです。",
    progress: { done: 5, total: 10 },
  });
  const page = draw(
    <JobDetailLive detail={waiting} now={Date.now()} viewer="" graceMs={120_000} person="me" />,
  );
  assert.match(textOf(page), /順番待ちです。 ?5 \/ 10/);
});
