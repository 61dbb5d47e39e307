import assert from "node:assert/strict";
import { JOB_STATUSES, type JobStatus } from "../../jobs/view.ts";
import { draw, textOf, textsOf } from "../render_fixture.ts";
import { sampleJob } from "./job_fixture.ts";
import { JobListPage } from "./JobListPage.tsx";

const NOW = Date.parse("2026-11-20T00:05:30.000Z");

function list(change: Partial<Parameters<typeof JobListPage>[0]> = {}) {
  return draw(
    <JobListPage
      person="me"
      jobs={[sampleJob()]}
      query={{}}
      filtered={false}
      scanLimited={false}
      pages={{ previous: null, next: null }}
      now={NOW}
      kinds={[{ value: "add_employees_to_group", label: "従業員の追加" }]}
      groups={[{ value: "g1", label: "本社" }]}
      everybody
      {...change}
    />,
  );
}

Deno.test("the list has the four columns and one row a job, its name leading to it", () => {
  const page = list({ jobs: [sampleJob({ id: "a", status: "completed", message: "済みました。" })] });
  assert.deepEqual(textsOf(page, "th[scope=col]"), ["ステータス", "処理名", "受付日時", "メッセージ"]);
  assert.equal(page.querySelector("th[scope=row] a")?.getAttribute("href"), "/background-jobs/a");
  const time = page.querySelector("time");
  assert.equal(textOf(time), "約5分前");
  assert.equal(time?.getAttribute("datetime"), "2026-11-20T00:00:00.000Z");
  assert.equal(time?.getAttribute("title"), "2026/11/20 09:00:00");
  assert.match(textOf(page.querySelector("tbody")), /済みました。/);
});

Deno.test("every status is said in words", () => {
  const page = list({ jobs: JOB_STATUSES.map((status) => sampleJob({ id: status, status })) });
  assert.deepEqual(textsOf(page, "tbody tr td:first-child"), [
    "実行中",
    "完了",
    "完了（エラーあり）",
    "エラー",
    "中断",
  ]);
});

Deno.test("a running row shows n / total as soon as the total is known", () => {
  const known = list({ jobs: [sampleJob({ progress: { done: 1200, total: 40000 } })] });
  assert.match(textOf(known.querySelector("tbody")), /1,200 \/ 40,000/);
  assert.equal(known.querySelector("progress")?.getAttribute("max"), "40000");
  const unknown = list({ jobs: [sampleJob({ message: "順番待ちです。" })] });
  assert.match(textOf(unknown.querySelector("tbody")), /順番待ちです。/);
  assert.equal(unknown.querySelector("progress"), null);
});

Deno.test("where no script moves it, a page with something that runs can be read again by a link", () => {
  const note = (status: JobStatus) => list({ jobs: [sampleJob({ status })] }).querySelector("noscript");
  assert.equal(note("running")?.querySelector("a")?.getAttribute("href"), "");
  assert.match(textOf(note("running")), /最新の状態に更新/);
  assert.equal(note("completed"), null);
});

Deno.test("an empty list says why it is empty", () => {
  const never = list({ jobs: [] });
  assert.match(textOf(never), /バックグラウンド処理はありません。/);
  assert.equal(never.querySelector("table"), null);
  assert.equal(never.querySelector("form"), null);
  const none = list({ jobs: [], filtered: true, query: { text: "x" } });
  assert.match(textOf(none), /該当するバックグラウンド処理はありません。 ?別の条件を試してください。/);
  assert.notEqual(none.querySelector("thead"), null);
});

Deno.test("the filters are a GET form that keeps what is set", () => {
  const page = list({
    filtered: true,
    query: { status: "failed", group: "g1", from: "2026-11-01", text: "本" },
  });
  const form = page.querySelector("form")!;
  assert.equal(form.getAttribute("method"), "get");
  const names = [...form.querySelectorAll("[name]")].map((field) => field.getAttribute("name"));
  assert.deepEqual(names, ["text", "status", "kind", "group", "actor", "from", "to"]);
  assert.deepEqual(textsOf(form, "option[selected]"), ["エラー", "すべて", "本社"]);
  assert.equal(form.querySelector("[name=from]")?.getAttribute("value"), "2026-11-01");
  assert.ok(form.querySelector("details")?.hasAttribute("open"));
});

Deno.test("who sees own jobs only is not asked for a person", () => {
  assert.equal(list({ everybody: false }).querySelector("[name=actor]"), null);
});

Deno.test("paging appears where there are more pages, and says when the search has to go on", () => {
  assert.equal(list().querySelector("nav"), null);
  const middle = list({ pages: { previous: "/p", next: "/n" } });
  assert.deepEqual(textsOf(middle, "nav a"), ["前へ", "次へ"]);
  const short = list({ scanLimited: true, pages: { previous: null, next: "/n" } });
  assert.deepEqual(textsOf(short, "nav a"), ["さらに探す"]);
});
